#!/usr/bin/env node
/** The composition root: the only place for argv, the environment, signals and the exit code. */
import { existsSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { loadPlainly, preferLittleMemory } from './cli/memory.js';
import type { Retained } from './cli/other-user.js';
import { systemClock } from './clock.js';

declare global {
  namespace NodeJS {
    interface Process {
      /** In Node since 0.9.4, in its published types not yet: initgroups(3). */
      initgroups?(user: number, extraGroup: number): void;
    }
  }
}

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stopping.abort(signal));
}

/**
 * Whoever reads what is printed may go away (`| head`): there is nobody to work for then. What cannot
 * be written for another reason, such as a full disk, is lost, and the work goes on.
 */
let unwritten: Error | undefined;
let mayLoseOutput = false;
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') stopping.abort('SIGPIPE');
    else unwritten ??= error;
  });
}

/** `sudo stopgate keys create` must not leave a database that the daemon's user cannot write. */
function actAsOwnerOf(directory: string, retained: Retained = 'nothing'): void {
  if (process.getuid?.() !== 0 || !existsSync(directory)) return;
  const { uid, gid } = statSync(directory);
  if (uid === 0) return;
  try {
    process.initgroups?.(uid, gid);
    process.setgid?.(gid);
    process.setuid?.(uid);
  } catch (error) {
    const isRefused =
      error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_STATE';
    throw isRefused ? new OtherUserNeeded({ uid, gid }, retained) : error;
  }
}

/** Waits until everything is written, or nobody reads any more. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.once('error', () => resolve());
    stream.write('', () => resolve());
  });
}

preferLittleMemory();
const [{ runCli }, { OtherUserNeeded }, { CallersFiles }] = await loadPlainly(() =>
  Promise.all([
    import('./cli/program.js'),
    import('./cli/other-user.js'),
    import('./cli/callers-files.js'),
  ]),
);

const exitCode = await runCli(process.argv.slice(2), {
  clock: systemClock,
  env: process.env,
  hostName: hostname(),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  stop: stopping.signal,
  tolerateLoss: () => {
    mayLoseOutput = true;
  },
  onHangUp: (listener) => void process.on('SIGHUP', listener),
  files: new CallersFiles(process.env),
  program: [process.execPath, ...process.execArgv, ...process.argv.slice(1, 2)],
  actAsOwnerOf,
});
// To a pipe Node writes in its own time, and exiting drops what a slow reader has not taken yet.
await Promise.all([process.stdout, process.stderr].map(written));
if (exitCode === 0 && unwritten !== undefined && !mayLoseOutput) {
  process.stderr.write(`stopgate: the output cannot be written: ${unwritten.message}\n`);
  process.exit(1);
}
process.exit(exitCode);
