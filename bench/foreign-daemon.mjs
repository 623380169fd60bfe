/**
 * Another program's daemon as a process group of its own, ended with all that it started, and
 * whether and in which version it is installed. Knows nothing of modems or of what is measured.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, closeSync, constants, openSync, readFileSync } from 'node:fs';
import { sleep, systemClock } from '../dist/clock.js';

/** @import { ChildProcess } from 'node:child_process' */

/** How long a daemon that was asked to end may take before it is killed. */
const graceMs = 5_000;

/** @param {string} program its whole path */
export function isInstalled(program) {
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Of a Debian package; undefined where dpkg does not have it. @param {string} name */
export function packageVersion(name) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills this one in.
  const args = ['-W', '-f', '${Version}', name];
  try {
    const version = execFileSync('dpkg-query', args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return version.trim() || undefined;
  } catch {
    return undefined;
  }
}

export class ForeignDaemon {
  /** @type {ChildProcess} */
  #process;
  /** @type {unknown} */
  #startFailure;
  #log;

  /**
   * Starts it; what it prints goes to `log`, and nothing of our environment but the path to it.
   * @param {string} program @param {readonly string[]} args
   * @param {{ dir: string, log: string }} places
   */
  constructor(program, args, { dir, log }) {
    this.#log = log;
    const output = openSync(log, 'a');
    this.#process = spawn(program, args, {
      cwd: dir,
      env: { PATH: process.env.PATH, HOME: dir, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
      stdio: ['ignore', output, output],
      detached: true,
    });
    closeSync(output);
    this.#process.once('error', (error) => {
      this.#startFailure = error;
    });
    process.once('exit', this.#killGroup);
  }

  /** Throws with the last of its log when it is no longer there. */
  assertRunning() {
    if (this.#startFailure !== undefined) throw this.#startFailure;
    if (!this.#hasExited) return;
    const lines = readFileSync(this.#log, 'utf8').trim().split('\n').slice(-5);
    throw new Error(`${this.#process.spawnfile} ended: ${lines.join(' / ')}`);
  }

  /** Asks it to end, kills what is left of it, and resolves when it is gone. */
  async stop() {
    process.off('exit', this.#killGroup);
    if (this.#process.pid === undefined) return;
    if (!this.#hasExited) {
      const exited = once(this.#process, 'exit');
      this.#process.kill('SIGTERM');
      await Promise.race([exited, sleep(systemClock, graceMs)]);
      this.#killGroup();
      await exited;
    }
    this.#killGroup();
  }

  get #hasExited() {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  #killGroup = () => {
    const { pid } = this.#process;
    try {
      if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  };
}
