/**
 * Reads the configuration anew for a daemon that runs. A faulty one is told and not taken; what waits
 * for a restart is named, in the log and in the daemon's summary.
 */
import type { Config } from '../config/config.js';
import { ConfigError } from '../config/faults.js';
import type { Gateway } from '../gateway.js';
import type { Log } from '../log.js';

export class Reloading {
  readonly #gateway: Pick<Gateway, 'standstill' | 'summary' | 'reload'>;
  readonly #read: () => Config;
  readonly #log: Log;
  /** What an operator should still do. */
  #note = '';

  /** @param read throws ConfigError */
  constructor(
    gateway: Pick<Gateway, 'standstill' | 'summary' | 'reload'>,
    read: () => Config,
    log: Log,
  ) {
    this.#gateway = gateway;
    this.#read = read;
    this.#log = log;
  }

  standstill(): string | undefined {
    return this.#gateway.standstill();
  }

  /** The daemon's, after what came of the last reload where that is not all. */
  summary(): string {
    return this.#note + this.#gateway.summary();
  }

  /** Never rejects. */
  async reload(): Promise<void> {
    try {
      const config = this.#read();
      for (const warning of config.warnings) this.#log.warn(warning);
      const { taken, needRestart } = await this.#gateway.reload(config);
      this.#log.info({ taken }, 'the configuration was read anew');
      if (needRestart.length > 0) {
        this.#log.warn({ needRestart }, 'some of the configuration waits for a restart');
      }
      this.#note = needRestart.length === 0 ? '' : `restart to change ${needRestart.join(', ')} | `;
    } catch (error) {
      this.#note = 'the new configuration was not taken, see the log | ';
      if (error instanceof ConfigError) {
        for (const { path, message } of error.faults) this.#log.error(`${path}: ${message}`);
        this.#log.error('the configuration was not taken: the one before stays');
      } else {
        this.#log.error(
          { err: error },
          'the configuration could not be taken: the one before stays',
        );
      }
    }
  }
}
