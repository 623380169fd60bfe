/** The one error of the store that whoever starts the program or runs a command is shown. */
import type { StoreFailure } from '../domain/store-failure.js';

/** The store could not be opened or used. `hint` is what an operator can do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code = 'STORE';
  readonly hint: string | undefined;
  /** Where the file or its disk is at fault. */
  readonly failure: StoreFailure | undefined;

  constructor(
    message: string,
    options: { cause?: unknown; hint?: string; failure?: StoreFailure } = {},
  ) {
    super(message, { cause: options.cause });
    this.hint = options.hint ?? options.failure?.remedy;
    this.failure = options.failure;
  }
}
