/** A list was asked to go on from a cursor that it did not hand out. */
export class CursorError extends Error {
  override readonly name = 'CursorError';
  readonly code = 'CURSOR';
}
