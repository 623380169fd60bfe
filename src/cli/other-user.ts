/**
 * The command again, as the user that owns the database. Node can become another user by itself as a
 * rule. One that uses the system's libuv, as Debian's does, refuses, since io_uring might go on with the
 * old rights (CVE-2024-22017); then setpriv(1) of util-linux does it, and starts the program anew.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { CallersFiles, Environment } from './callers-files.js';

/** What of root's rights goes with the command. */
export type Retained = 'nothing' | 'sight of all processes';

/** Thrown where only another user may go on, and this process cannot become that user. */
export class OtherUserNeeded extends Error {
  override readonly name = 'OtherUserNeeded';
  readonly uid: number;
  readonly gid: number;
  readonly retained: Retained;

  constructor(user: { uid: number; gid: number }, retained: Retained) {
    super(`this must be done by the user ${user.uid}, and Node does not become another user here`);
    this.uid = user.uid;
    this.gid = user.gid;
    this.retained = retained;
  }
}

/**
 * Runs `command` as that user in this one's place, with the files that this one has opened, and ends it
 * when `stop` does; its exit code.
 */
export async function runAs(
  user: OtherUserNeeded,
  command: readonly string[],
  here: {
    readonly stop: AbortSignal;
    readonly env: Environment;
    readonly files: CallersFiles;
  },
): Promise<number> {
  const [program, ...args] = asUser(user, command);
  const { stop, files } = here;
  const { descriptors, env } = files.handOver();
  const child = spawn(program, args, {
    stdio: ['inherit', 'inherit', 'inherit', ...descriptors],
    env: { ...here.env, ...env },
  });
  const end = () => child.kill('SIGTERM');
  stop.addEventListener('abort', end, { once: true });
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return code ?? 1;
  } catch (cause) {
    throw withoutSetpriv(cause);
  } finally {
    stop.removeEventListener('abort', end);
  }
}

/** Runs `command` as that user; what it prints on stdout. Throws with what it says on stderr. */
export function outputAs(user: OtherUserNeeded, command: readonly string[]): string {
  const [program, ...args] = asUser(user, command);
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (error !== undefined) throw withoutSetpriv(error);
  if (status !== 0) throw new Error(stderr.trim().replace(/^stopgate: /u, ''));
  return stdout;
}

function asUser(
  { uid, gid, retained }: OtherUserNeeded,
  command: readonly string[],
): readonly [string, ...string[]] {
  // To read whose files a process has open (proc(5)); to write anything they do not suffice.
  const seeing = '+sys_ptrace,+dac_read_search';
  const capabilities =
    retained === 'nothing' ? [] : [`--inh-caps=${seeing}`, `--ambient-caps=${seeing}`];
  return [
    'setpriv',
    ...[`--reuid=${uid}`, `--regid=${gid}`, '--init-groups', ...capabilities, '--', ...command],
  ];
}

function withoutSetpriv(cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : String(cause);
  const hint = 'install util-linux, or run the command as the user that owns data_dir: sudo -u …';
  return Object.assign(new Error(`setpriv cannot be run: ${why}`, { cause }), { hint });
}
