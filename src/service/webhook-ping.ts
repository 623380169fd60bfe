/** Calls a webhook once, to see whether it works: nothing is stored, and it is not tried again. */
import type { LookupFunction } from 'node:net';
import type { Clock } from '../clock.js';
import { newId } from '../ids.js';
import { WebhookConnection } from './webhook-connection.js';
import { signer } from './webhook-signature.js';
import { verdictOn } from './webhook-verdict.js';
import type { WebhookEndpoint } from './webhook-worker.js';

export interface PingOptions {
  readonly endpoint: WebhookEndpoint;
  readonly clock: Clock;
  /** The gateway's name. */
  readonly gateway: string;
  /** Gives it up. */
  readonly signal: AbortSignal;
  readonly lookup?: LookupFunction;
}

export interface PingResult {
  readonly id: string;
  /** Host and port. */
  readonly host: string;
  readonly isTaken: boolean;
  /** null: no answer came. */
  readonly status: number | null;
  /** Why it was not taken. */
  readonly reason: string | null;
  readonly tookMs: number;
}

/** Sends a signed event of type `ping`. Never rejects. */
export async function pingWebhook(options: PingOptions): Promise<PingResult> {
  const { endpoint, clock, gateway, signal, lookup } = options;
  const connection = new WebhookConnection({ ...endpoint, clock, ...(lookup && { lookup }) });
  const id = newId('wh', clock);
  const at = clock.now();
  const startedMs = clock.monotonicMs();
  const body = JSON.stringify({ type: 'ping', timestamp: at.toISOString(), data: { gateway } });
  try {
    const headers = signer(endpoint.secret)(id, at, body);
    const answer = await connection.post(body, headers, signal);
    const verdict = verdictOn(answer, 0, Math.random);
    return {
      id,
      host: connection.host,
      isTaken: verdict.kind === 'done',
      status: answer.kind === 'answered' ? answer.status : null,
      reason: verdict.kind === 'done' ? null : verdict.reason,
      tookMs: Math.round(clock.monotonicMs() - startedMs),
    };
  } finally {
    connection.close();
  }
}
