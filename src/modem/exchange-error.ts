/** Failed exchanges as AtErrors, worded for an operator. Decides nothing. */
import { AtError } from './at-error.js';
import type { AtCommand, ExchangeFailure, ExchangePhase, ExchangeResult } from './at-exchange.js';
import { meaningOf } from './cms-error.js';
import type { TransportError } from './transport.js';

/** How an exchange failed, the end of the connection included. */
export type Failure = ExchangeFailure | { readonly kind: 'closed'; readonly phase: ExchangePhase };

/** How an exchange ended. */
export type End = ExchangeResult | Failure;

const PHASES: Record<ExchangePhase, string> = {
  answer: 'gave no answer',
  prompt: 'gave no prompt for the message',
  submit: 'gave no answer after the message',
};

/** Says in one line what was sent and what became of it; secrets are not shown. */
export function toError(
  command: AtCommand,
  end: Failure,
  cause: TransportError | undefined,
): AtError {
  const shown = command.shown ?? command.text;
  switch (end.kind) {
    case 'expired':
      return new AtError('TIMEOUT', shown, undefined, `${shown}: the modem ${PHASES[end.phase]}`);
    case 'closed': {
      const why = cause === undefined ? 'the connection was closed' : cause.message;
      return new AtError('CLOSED', shown, undefined, `${shown}: ${why}`, { cause });
    }
    case 'refused': {
      const bare = new AtError(end.code, shown, end.value, `${shown}: ${end.line}`);
      const meaning = meaningOf(bare);
      if (meaning === undefined) return bare;
      return new AtError(end.code, shown, end.value, `${shown}: ${end.line} (${meaning.text})`);
    }
  }
}
