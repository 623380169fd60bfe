/**
 * What is measured as it happens, from the start of the process on: what the store cannot tell
 * afterwards. Measuring costs some additions. Holds no number, no text and no path of a URL.
 */
import { Tally } from './tally.js';

/** Calls of one webhook. */
export interface WebhookCalls {
  readonly tries: number;
  readonly failures: number;
}

const milliseconds = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000];

export class Measurements {
  /** Seconds from an opt-out until the network had taken the whole of its confirmation. */
  readonly confirmationSeconds = new Tally([1, 2, 5, 10, 20, 30, 60, 120, 300, 900, 3_600]);
  /** Seconds that a transaction took which wrote, with the disk's part of it. */
  readonly transactionSeconds = new Tally(milliseconds.map((ms) => ms / 1_000));
  readonly #webhooks = new Map<string, WebhookCalls>();
  #lastConfirmed: string | undefined;

  /** An outcome that the store could not take is settled again: an event counts once. */
  confirmed(eventId: string, seconds: number): void {
    if (eventId === this.#lastConfirmed) return;
    this.#lastConfirmed = eventId;
    this.confirmationSeconds.observe(Math.max(0, seconds));
  }

  /** The webhook at `host` will be called: it counts from 0. */
  expectWebhook(host: string): void {
    if (!this.#webhooks.has(host)) this.#webhooks.set(host, { tries: 0, failures: 0 });
  }

  webhookCalled(host: string, succeeded: boolean): void {
    const { tries, failures } = this.#webhooks.get(host) ?? { tries: 0, failures: 0 };
    this.#webhooks.set(host, { tries: tries + 1, failures: failures + (succeeded ? 0 : 1) });
  }

  /** By host and port. */
  get webhooks(): ReadonlyMap<string, WebhookCalls> {
    return this.#webhooks;
  }
}
