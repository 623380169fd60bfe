/** The store could not be opened or used. `hint` is what an operator can do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code = 'STORE';
  readonly hint: string | undefined;

  constructor(message: string, options: { cause?: unknown; hint?: string } = {}) {
    super(message, { cause: options.cause });
    this.hint = options.hint;
  }
}
