/** Debian's `gammu`, the program: its configuration, and what it prints of stored messages. */
import { requirePackage } from '../debian-packages.js';
import type { Bench } from './bench.js';

/** `[gammu]` of a configuration; `gammu-smsd` reads the same. */
export function gammuSection(device: string): string {
  return `[gammu]\ndevice = ${device}\nconnection = at115200\nmodel = at\n`;
}

/** Runs it with its arguments; what it printed. */
export async function gammu(bench: Bench, ...args: readonly string[]): Promise<string> {
  requirePackage('gammu');
  const config = bench.write('gammurc', gammuSection(bench.device));
  const { stdout } = await bench.run('gammu', ['-c', config, ...args]);
  return stdout;
}

/** Runs several commands, one a line, on one connection; what was printed. */
export function gammuBatch(bench: Bench, ...lines: readonly string[]): Promise<string> {
  return gammu(bench, 'batch', bench.write('batch', `${lines.join('\n')}\n`));
}

export interface ListedMessage {
  /** As gammu calls it: `SMS message`, `SMS status report`. */
  readonly kind: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The messages that `geteachsms` prints, parts joined: header lines, a blank one, the text. */
export function listedMessages(printed: string): ListedMessage[] {
  const blocks = printed.split(/^Location .*$/m).slice(1);
  return blocks.flatMap((block) => {
    const [head = '', ...body] = block.trim().split('\n\n');
    const [kind = '', ...lines] = head.split('\n');
    if (!kind.startsWith('SMS')) return [];
    const fields = lines.map((line) => /^(.*?) *: "?(.*?)"?$/.exec(line)?.slice(1) ?? [line, '']);
    const text = body[0] ?? '';
    return [{ kind, fields: Object.fromEntries(fields), text }];
  });
}
