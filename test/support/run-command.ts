/** Runs a command in this process with streams of its own, as `main.ts` would. */
import { PassThrough, Readable } from 'node:stream';
import { CallersFiles } from '../../src/cli/callers-files.js';
import { runCli } from '../../src/cli/program.js';
import { systemClock } from '../../src/clock.js';

export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function runCommand(
  args: readonly string[],
  options: { stdin?: string; env?: Record<string, string> } = {},
): Promise<CommandResult> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const collect = (stream: PassThrough) => {
    let text = '';
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    return () => text;
  };
  const [out, err] = [collect(stdout), collect(stderr)];
  const exitCode = await runCli(args, {
    clock: systemClock,
    env: options.env ?? {},
    hostName: 'test',
    stdin: Readable.from([options.stdin ?? '']),
    stdout,
    stderr,
    stop: new AbortController().signal,
    tolerateLoss: () => undefined,
    onHangUp: () => undefined,
    program: [],
    actAsOwnerOf: () => {},
    files: new CallersFiles({}),
  });
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  return { exitCode, stdout: out(), stderr: err() };
}
