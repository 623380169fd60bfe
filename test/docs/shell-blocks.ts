/**
 * The shell blocks of the documentation as commands: each with its line in the page and with how it
 * says that it ends. Runs nothing.
 */
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

/** README and all of docs, as paths from the root of the repository. */
export const pages: readonly string[] = [
  'README.md',
  ...readdirSync(new URL('docs/', root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

export interface ShellCommand {
  /** Of the page, from 1. */
  readonly line: number;
  /** With its continuation lines. */
  readonly text: string;
  /** `# exits 1` after it; 0 where it says nothing. */
  readonly exitCode: number;
  /** `# 403` after it: what the server answers; undefined: anything below 400. */
  readonly httpStatus: number | undefined;
}

export function textOf(page: string): string {
  return readFileSync(new URL(page, root), 'utf8');
}

/** The commands of all blocks marked `sh`, in order. Comment lines and empty ones are left out. */
export function shellCommandsIn(text: string): readonly ShellCommand[] {
  const commands: ShellCommand[] = [];
  let isShell = false;
  let begun: { line: number; text: string } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith('```')) {
      isShell = line === '```sh';
      continue;
    }
    if (!isShell || (begun === undefined && /^\s*(?:#|$)/u.test(line))) continue;
    begun =
      begun === undefined
        ? { line: index + 1, text: line }
        : { ...begun, text: `${begun.text}\n${line}` };
    if (line.endsWith('\\')) continue;
    commands.push({ ...begun, ...expectationIn(line) });
    begun = undefined;
  }
  return commands;
}

/**
 * The commands that stand whole in code within sentences, each once; what leaves something to be put in
 * is left out, and so are those of stopgate alone, which commands.test.ts runs.
 */
export function commandsInSentences(text: string): readonly ShellCommand[] {
  const commands = new Map<string, ShellCommand>();
  const prose = text.replaceAll(/^```.*?^```/gmsu, (block) => block.replaceAll(/[^\n]/gu, ''));
  for (const [index, line] of prose.split('\n').entries()) {
    for (const [, code = ''] of line.matchAll(/`([^`]+)`/gu)) {
      if (!/^(?:sudo|npm|systemctl|journalctl|findmnt|vcgencmd) /u.test(code)) continue;
      if (/^sudo stopgate [^&]*$/u.test(code) || /…|\b[A-Z]{2,}\b/u.test(code)) continue;
      commands.set(code, { line: index + 1, text: code, exitCode: 0, httpStatus: undefined });
    }
  }
  return [...commands.values()];
}

function expectationIn(line: string): Pick<ShellCommand, 'exitCode' | 'httpStatus'> {
  const comment = /\s# (?<comment>.*)$/u.exec(line)?.groups?.comment ?? '';
  const exitCode = /^exits (?<code>\d)\b/u.exec(comment)?.groups?.code;
  const httpStatus = /^(?<status>[2-5]\d\d)\b/u.exec(comment)?.groups?.status;
  return {
    exitCode: Number(exitCode ?? 0),
    httpStatus: httpStatus === undefined ? undefined : Number(httpStatus),
  };
}
