/**
 * Another program, run as a process group of its own and ended with all that it started. Knows
 * nothing of modems or of what the program does.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { sleep, systemClock } from '../../../src/clock.js';
import { covers } from '../../system/program.js';

/** How long a program that was asked to end may take before it is killed. */
const GRACE_MS = 5_000;

export interface Ended {
  /** null when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class ClientProcess {
  /** Rejects when the program cannot be started. */
  readonly ended: Promise<Ended>;
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  readonly #stdout: () => string;
  readonly #stderr: () => string;

  /** Texts go in and out as UTF-8; nothing else of our environment reaches the program. */
  constructor(
    command: string,
    args: readonly string[],
    options: { readonly directory: string; readonly env?: Readonly<Record<string, string>> },
  ) {
    const { directory, env = {} } = options;
    const nothing = openSync('/dev/null', 'r');
    // Typed by hand: the overloads of spawn know three streams and no more.
    this.#child = spawn(command, [...args], {
      cwd: directory,
      env: { PATH: process.env.PATH, HOME: directory, LC_ALL: 'C.UTF-8', TZ: 'UTC', ...env },
      stdio: ['ignore', 'pipe', 'pipe', ...covers(nothing)],
      detached: true,
    }) as ChildProcessByStdio<null, Readable, Readable>;
    closeSync(nothing);
    this.#stdout = collect(this.#child.stdout);
    this.#stderr = collect(this.#child.stderr);
    this.ended = new Promise((resolve, reject) => {
      this.#child.once('error', reject);
      this.#child.once('close', (exitCode) => {
        resolve({ exitCode, stdout: this.#stdout(), stderr: this.#stderr() });
      });
    });
    // Whoever waits for the end hears of a failure to start; nobody has to.
    this.ended.catch(() => undefined);
  }

  get running(): boolean {
    const { pid, exitCode, signalCode } = this.#child;
    return pid !== undefined && exitCode === null && signalCode === null;
  }

  /** What it has printed so far. */
  get output(): string {
    return `${this.#stdout()}${this.#stderr()}`;
  }

  /** Asks it to end; kills it and what it left behind when it does not. Resolves when it is gone. */
  async end(): Promise<void> {
    if (this.running) {
      this.#child.kill('SIGTERM');
      await Promise.race([this.ended, sleep(systemClock, GRACE_MS)]);
    }
    this.#killGroup();
    await this.ended.catch(() => undefined);
  }

  #killGroup(): void {
    const { pid } = this.#child;
    try {
      if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}

function collect(stream: Readable): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
}
