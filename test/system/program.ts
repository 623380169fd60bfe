/** The built program, run as a process of its own. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface Ended {
  /** null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly pid: number;
  /** What it has printed so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly hasEnded: () => boolean;
  readonly ended: Promise<Ended>;
  readonly signal: (signal: NodeJS.Signals) => void;
}

export interface Launch {
  readonly env?: Readonly<Record<string, string>>;
  /** Of `node` itself, before the program. */
  readonly nodeArgs?: readonly string[];
  /** Another program than the built one, with the Node that runs it. */
  readonly command?: readonly [node: string, ...args: string[]];
}

/** Starts `node dist/main.js ARGS` with nothing on its stdin and nothing of our environment. */
export function startProgram(
  args: readonly string[],
  { env = {}, nodeArgs = [], command = [process.execPath, ...nodeArgs, main] }: Launch = {},
): Running {
  if (!existsSync(main)) {
    throw new Error(`${main} is absent: run "npm run build" first ("npm test" does it by itself)`);
  }
  const { PATH, HOME } = process.env;
  const nothing = openSync('/dev/null', 'r');
  const [node, ...before] = command;
  // Typed by hand: the overloads of spawn know three streams and no more.
  const child = spawn(node, [...before, ...args], {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...covers(nothing)],
  }) as ChildProcessByStdio<null, Readable, Readable>;
  closeSync(nothing);
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) =>
      resolve({ exitCode, signal, stdout: stdout(), stderr: stderr() }),
    );
  });
  return {
    pid: child.pid ?? Number.NaN,
    stdout,
    stderr,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    ended,
    signal: (signal) => void child.kill(signal),
  };
}

/**
 * Lays `nothing` over whatever the process would inherit of ours. The modem's end of a
 * pseudo-terminal is opened without O_CLOEXEC, and held by anyone it never vanishes.
 */
export function covers(nothing: number): readonly number[] {
  const highest = Math.max(...readdirSync('/proc/self/fd').map(Number));
  return Array.from({ length: highest - 2 }, () => nothing);
}

function collect(stream: Readable): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
}
