/** A package that cannot be made: told in one sentence, with what would be right; no stack. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
