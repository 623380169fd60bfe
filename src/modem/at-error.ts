/** A final result code other than OK (3GPP TS 27.005 §3.2.5, 27.007 §9.2), or a command that timed out. */

export type AtErrorCode = 'ERROR' | 'CMS' | 'CME' | 'TIMEOUT' | 'CLOSED';

/** The modem refused a command or did not answer it. */
export class AtError extends Error {
  override readonly name = 'AtError';

  constructor(
    readonly code: AtErrorCode,
    /** The command as sent, without secrets. */
    readonly command: string,
    /** `<err>` of `+CMS ERROR` or `+CME ERROR`. */
    readonly value: number | undefined,
    message: string,
    options: { cause?: unknown } = {},
  ) {
    super(message, options);
  }
}
