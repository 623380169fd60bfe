/**
 * Tells systemd's notification socket (sd_notify(3)). Node.js cannot send to such a socket by itself, and
 * a compiled module for it would have to be there for each machine, so systemd's own `systemd-notify` is
 * called: it is wherever systemd is. Knows nothing of what is told.
 */
import { execFile } from 'node:child_process';
import type { Log } from '../log.js';

/** What systemd handed to the process, as environ(7) has it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What `systemd-notify` may take; it waits until systemd has read it. */
const timeoutMs = 10_000;

export class Notifier {
  readonly #env: { readonly PATH: string; readonly NOTIFY_SOCKET: string };
  readonly #log: Log;
  #last: Promise<void> = Promise.resolve();
  #hasFailed = false;

  /** @param socket where systemd listens; `path`: where programs are looked for */
  constructor(socket: string, path: string | undefined, log: Log) {
    this.#env = { PATH: path ?? '/usr/bin:/bin', NOTIFY_SOCKET: socket };
    this.#log = log;
  }

  /** Tells `state`, lines such as `READY=1`, after what was told before. Never rejects. */
  tell(...state: readonly string[]): Promise<void> {
    this.#last = this.#last.then(() => this.#call(state));
    return this.#last;
  }

  #call(state: readonly string[]): Promise<void> {
    return new Promise((resolve) => {
      execFile('systemd-notify', state, { env: this.#env, timeout: timeoutMs }, (error) => {
        if (error && !this.#hasFailed) {
          this.#log.error({ err: error }, 'systemd cannot be told how the daemon is');
        }
        this.#hasFailed = error !== null;
        resolve();
      });
    });
  }
}
