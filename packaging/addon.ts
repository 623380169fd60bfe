/**
 * What a compiled file needs of a machine: its architecture, the C libraries, the Node it was
 * compiled for. Read from the file itself, since it may be for another machine than this one.
 */
import { readFileSync } from 'node:fs';
import { endsItsProcess } from '../src/store/addon.js';
import type { Architecture } from './architecture.js';
import { Refusal } from './refusal.js';

export interface CompiledFile {
  readonly elfMachine: number;
  readonly elfBits: 32 | 64;
  /** The newest `GLIBC_2.x` it asks for; 0: none. */
  readonly glibcMinor: number;
  /** The newest `GLIBCXX_3.4.x` it asks for; undefined: no C++ library. */
  readonly glibcxxPatch: number | undefined;
  /** `NODE_MODULE_VERSION`; undefined for those of Node-API, which every Node takes. */
  readonly nodeAbi: number | undefined;
  /** With `node::ObjectWrap` of Node 24.19 or later, which ends its process (`src/store/addon.ts`). */
  readonly endsItsProcess: boolean;
}

/** Undefined where `path` is no ELF file. */
export function readCompiledFile(path: string): CompiledFile | undefined {
  const content = readFileSync(path);
  if (content.length < 20 || content.readUInt32BE(0) !== 0x7f454c46) return undefined;
  const text = content.toString('latin1');
  const newest = (pattern: RegExp): number | undefined => {
    const found = [...text.matchAll(pattern)].map(([, number]) => Number(number));
    return found.length === 0 ? undefined : Math.max(...found);
  };
  return {
    elfMachine: content.readUInt16LE(18),
    elfBits: content[4] === 2 ? 64 : 32,
    glibcMinor: newest(/\bGLIBC_2\.(\d+)/g) ?? 0,
    glibcxxPatch: newest(/\bGLIBCXX_3\.4(?:\.(\d+))/g),
    nodeAbi: newest(/\bnode_register_module_v(\d+)/g),
    endsItsProcess: endsItsProcess(content),
  };
}

/** The same of a file that must run on `architecture`; throws {@link Refusal}. */
export function readCompiledFor(architecture: Architecture, path: string): CompiledFile {
  const file = readCompiledFile(path);
  if (file?.elfMachine === architecture.elfMachine && file.elfBits === architecture.elfBits) {
    return file;
  }
  const what = file === undefined ? 'no compiled program for Linux' : 'for another architecture';
  throw new Refusal(`${path} is ${what}, and the package is for ${architecture.name}.`);
}

/** Which release of GCC brought each step of libstdc++ (its manual, "ABI Policy and Guidelines"). */
const LIBSTDCXX: readonly (readonly [patch: number, gcc: string])[] = [
  [21, '5'],
  [22, '6'],
  [24, '7'],
  [25, '8'],
  [27, '9'],
  [28, '10'],
  [29, '11'],
  [30, '12'],
  [32, '13'],
  [33, '14'],
  [34, '15'],
];

/** Debian packages, with versions, that hold the C libraries that all of `files` need. */
export function librariesOf(files: readonly CompiledFile[]): string[] {
  const glibcMinor = Math.max(...files.map((file) => file.glibcMinor));
  const patches = files.flatMap(({ glibcxxPatch }) => glibcxxPatch ?? []);
  const libraries = [`libc6 (>= 2.${glibcMinor})`];
  if (patches.length === 0) return libraries;
  const patch = Math.max(...patches);
  const gcc = LIBSTDCXX.find(([step]) => step >= patch)?.[1];
  if (gcc === undefined) {
    throw new Refusal(`It is not known which libstdc++6 has GLIBCXX_3.4.${patch}.`);
  }
  return [...libraries, `libstdc++6 (>= ${gcc})`];
}

interface NodeLine {
  readonly major: number;
  /** The first release that stopgate takes. */
  readonly first: string;
}

/** Lines of Node by `NODE_MODULE_VERSION` (abi_version_registry.json of Node's sources). */
const NODE_LINES: Readonly<Record<number, NodeLine>> = {
  115: { major: 20, first: '20.19' },
  127: { major: 22, first: '22.12' },
  137: { major: 24, first: '24' },
};

/** The line of Node that takes an addon compiled for `abi`; throws {@link Refusal}. */
export function nodeLineOf(abi: number): NodeLine {
  const line = NODE_LINES[abi];
  if (line !== undefined) return line;
  const known = Object.values(NODE_LINES).map(({ major }) => major);
  throw new Refusal(
    `better-sqlite3 is compiled for Node's module version ${abi}, and packages are made for Node ${known.join(', ')}.`,
  );
}

/** The major version of the Node that `path` is, which need not run here; throws {@link Refusal}. */
export function nodeMajorOf(path: string): number {
  // Builds of nodejs.org tell where their headers are.
  const told = /node-v(\d+)\.\d+\.\d+-headers/.exec(readFileSync(path, 'latin1'));
  if (told !== null) return Number(told[1]);
  throw new Refusal(
    `--bundle-node: ${path} is not a Node as nodejs.org builds it, whole in one file; take bin/node of its archive.`,
  );
}
