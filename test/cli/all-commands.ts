/** The program's own tree of commands, for tests that go over all of it. */
import { PassThrough, Readable } from 'node:stream';
import { CallersFiles } from '../../src/cli/callers-files.js';
import { allNodes, type CommandNode, commandTree } from '../../src/cli/command-tree.js';
import { buildProgram } from '../../src/cli/program.js';
import { systemClock } from '../../src/clock.js';

export const tree: CommandNode = commandTree(
  buildProgram({
    clock: systemClock,
    env: {},
    hostName: 'test',
    stdin: Readable.from([]),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    stop: new AbortController().signal,
    tolerateLoss: () => undefined,
    onHangUp: () => undefined,
    program: [],
    actAsOwnerOf: () => {},
    files: new CallersFiles({}),
  }),
);

export const nodes: readonly CommandNode[] = allNodes(tree);

/** What may be typed after `node`: commands and options, sorted. */
export function wordsAfter({ commands, options }: CommandNode): readonly string[] {
  return [
    ...commands.map(({ path }) => path.at(-1) ?? ''),
    ...options.flatMap(({ short, long }) => (short === undefined ? [long] : [short, long])),
  ].sort();
}
