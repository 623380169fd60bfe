/**
 * The copyright file: ours, and that of every npm package in the package with its whole licence, in
 * Debian's machine-readable format (DEP-5). Knows no more of a package than its files tell.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProductionPackage } from './production-packages.js';
import { Refusal } from './refusal.js';

const FORMAT = 'https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/';
const LICENSE_FILE = /^(?:licen[cs]e|copying|notice)/iu;

/** Licences whose packages may be given on with their text kept; what else comes needs a look first. */
const KNOWN: ReadonlySet<string> = new Set([
  ...['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'Unlicense', '0BSD'],
]);

interface Licensed {
  readonly name: string;
  /** As DEP-5 wants it: paths in the installed system. */
  readonly files: string;
  readonly license: string | undefined;
  readonly author: string;
  /** undefined: the package brings none. */
  readonly text: string | undefined;
  readonly comment?: string;
}

/**
 * @param home where the program is installed, without a leading slash
 * @param nodeLicense the licence of the Node that is bundled
 */
export function copyrightFile(
  root: string,
  home: string,
  packages: readonly ProductionPackage[],
  nodeLicense: string | undefined,
): string {
  const own: Licensed = {
    name: 'stopgate',
    files: '*',
    license: 'MIT',
    author: 'The stopgate authors',
    text: readFileSync(join(root, 'LICENSE'), 'utf8'),
  };
  const sqlite: Licensed = {
    name: 'sqlite',
    files: `${home}/node_modules/better-sqlite3/build/*`,
    license: undefined,
    author: 'Joshua Wise',
    text: textOf(join(root, 'node_modules/better-sqlite3')),
    comment: 'SQLite, which is compiled into it, is in the public domain.',
  };
  const node: Licensed = {
    name: 'node',
    files: `${home}/bin/node`,
    license: undefined,
    author: 'Node.js contributors and others',
    text: nodeLicense,
  };
  const mit = own.text ?? '';
  const paragraphs = [
    own,
    ...packages.map((each) => licensed(root, home, each, mit)),
    sqlite,
    ...(nodeLicense === undefined ? [] : [node]),
  ].map(paragraph);
  return [`Format: ${FORMAT}\nUpstream-Name: stopgate\n`, ...paragraphs].join('\n');
}

function licensed(
  root: string,
  home: string,
  { path, name, license, author }: ProductionPackage,
  mit: string,
): Licensed {
  const text = textOf(join(root, path));
  if (text === undefined && license !== 'MIT') {
    throw new Refusal(`${path} brings no licence and declares ${license ?? 'none'}: look at it.`);
  }
  if (license !== undefined && !KNOWN.has(license)) {
    throw new Refusal(
      `${path} is under ${license}, which nobody has looked at: packaging/copyright.ts.`,
    );
  }
  const people = author ?? `the authors of ${name}`;
  return {
    name,
    files: `${home}/${path}/*`,
    license,
    author: people,
    text: text ?? mit.replace(/^Copyright .*$/mu, `Copyright (c) ${people}`),
    ...(text === undefined && {
      comment: `${name} declares MIT in its package.json and brings no text of it.`,
    }),
  };
}

function textOf(directory: string): string | undefined {
  const names = readdirSync(directory)
    .filter((name) => LICENSE_FILE.test(name))
    .sort();
  if (names.length === 0) return undefined;
  return names.map((name) => readFileSync(join(directory, name), 'utf8').trim()).join('\n\n');
}

/** A short name stands for one text, so that each has the name of whose it is in it. */
function paragraph({ name, files, license, author, text, comment }: Licensed): string {
  const lines = (text ?? '').split(/\r?\n/u);
  const owners = lines
    .map((line) => /^\W*(copyright\b.*\d.*)$/iu.exec(line.trim())?.[1])
    .filter((line) => line !== undefined);
  return [
    `Files: ${files}`,
    `Copyright: ${[...new Set(owners.length === 0 ? [author] : owners)].join('\n  ')}`,
    `License: ${license ?? 'other'}~${name.replace(/^@/u, '').replaceAll('/', '-')}`,
    ...lines.map((line) => (line.trim() === '' ? ' .' : ` ${line.trimEnd()}`)),
    ...(comment === undefined ? [] : [`Comment: ${comment}`]),
    '',
  ].join('\n');
}
