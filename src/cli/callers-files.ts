/**
 * Files that a command opens as whoever calls it, before it goes on as the owner of the database. Where
 * the program is started anew for that (other-user.ts), they are handed over open: the owner may not
 * reach them.
 */
import { openSync } from 'node:fs';

/** Names what is handed over, as JSON. Not `STOPGATE_…`: those are settings. */
const variable = 'FILES_HANDED_TO_STOPGATE';
/** After stdin, stdout and stderr. */
const firstDescriptor = 3;

export type Environment = Readonly<Record<string, string | undefined>>;

export class CallersFiles {
  readonly #handed: (string | undefined)[];
  readonly #opened: { readonly path: string; readonly descriptor: number }[] = [];

  constructor(env: Environment) {
    this.#handed = JSON.parse(env[variable] ?? '[]');
  }

  /** The descriptor of a file that was opened before the program was started anew, in the same order. */
  handed(path: string): number | undefined {
    const index = this.#handed.indexOf(path);
    if (index < 0) return undefined;
    this.#handed[index] = undefined;
    return firstDescriptor + index;
  }

  /** Opens `path`, to be read by its owner alone where it is made; throws what the system says. */
  open(path: string, flags: 'r' | 'w' | 'wx'): number {
    const handed = this.handed(path);
    if (handed !== undefined) return handed;
    const descriptor = openSync(path, flags, 0o600);
    this.#opened.push({ path, descriptor });
    return descriptor;
  }

  /** What the program that is started anew is given of them. */
  handOver(): { readonly descriptors: readonly number[]; readonly env: Environment } {
    return {
      descriptors: this.#opened.map(({ descriptor }) => descriptor),
      env: { [variable]: JSON.stringify(this.#opened.map(({ path }) => path)) },
    };
  }
}
