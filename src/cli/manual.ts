/** `stopgate man`: the manual page stopgate(1), out of the command tree, in the macros of man(7). */
import type { Command } from 'commander';
import { version } from '../version.js';
import { allNodes, type CommandNode, commandTree, type OptionNode } from './command-tree.js';
import { type CliContext, defaultConfigFile } from './context.js';
import { exitCodeMeanings } from './exit-codes.js';

export function manCommand(program: Command, context: CliContext): void {
  program
    .command('man')
    .description('print the manual page; the Debian package has installed it')
    .addHelpText(
      'after',
      `
Read it, and keep it:
  stopgate man | man -l -
  stopgate man | sudo tee /usr/local/share/man/man1/stopgate.1 > /dev/null`,
    )
    .action(() => {
      const { SOURCE_DATE_EPOCH: epoch } = context.env;
      const date = epoch === undefined ? context.clock.now() : new Date(Number(epoch) * 1_000);
      context.stdout.write(manualPage(commandTree(program), date));
    });
}

/** @param date shown at its foot */
export function manualPage(root: CommandNode, date: Date): string {
  const groups = allNodes(root).filter(({ path }) => path.length > 0 && path.at(-1) !== 'help');
  return `${[
    `.TH STOPGATE 1 "${date.toISOString().slice(0, 10)}" "stopgate ${version}" "User Commands"`,
    '.SH NAME',
    'stopgate \\- SMS gateway for GSM modems that knows when to stop',
    '.SH SYNOPSIS',
    '.B stopgate',
    '.I command',
    '[option ...] [argument ...]',
    '.SH DESCRIPTION',
    filled(
      'Sends what applications post to a small HTTP API through a GSM modem, reads every reply, and from a "stop" on refuses that number, confirms once, and can prove it. The commands work beside the running daemon.',
    ),
    '.SH OPTIONS',
    'They may stand before or after the command.',
    ...root.options.flatMap(optionLines),
    '.SH COMMANDS',
    ...groups.flatMap((node) => commandLines(node, root)),
    '.SH EXIT STATUS',
    ...exitCodeMeanings.flatMap(([code, meaning]) => ['.TP', `.B ${code}`, filled(meaning)]),
    '.SH ENVIRONMENT',
    ...entry(
      'STOPGATE_SECTION__KEY',
      'Takes the place of a key of the configuration: STOPGATE_HTTP__LISTEN is listen under [http].',
    ),
    ...entry(
      'NO_COLOR',
      'Where it is set to anything, nothing is coloured. Elsewhere colours are for terminals alone.',
    ),
    '.SH FILES',
    ...entry(
      defaultConfigFile,
      'The configuration; "stopgate init" makes it, "stopgate check" looks at it.',
    ),
    ...entry('/var/lib/stopgate/stopgate.db', 'The database: messages, and who opted out.'),
    '.SH SEE ALSO',
    '.BR systemctl (1),',
    '.BR journalctl (1)',
  ].join('\n')}\n`;
}

function commandLines(node: CommandNode, root: CommandNode): readonly string[] {
  const shared = new Set(root.options.map(({ long }) => long));
  const own = node.options.filter(({ long }) => !shared.has(long));
  const usage = ['stopgate', ...node.path, ...node.arguments].join(' ');
  return [
    `.SS ${plain(usage)}`,
    filled(`${node.description.charAt(0).toUpperCase()}${node.description.slice(1)}.`),
    ...own.flatMap(optionLines),
    ...(node.closing === '' ? [] : ['.PP', '.nf', ...node.closing.split('\n').map(plain), '.fi']),
  ];
}

function optionLines({ short, long, value, description, choices, usual }: OptionNode) {
  const names = short === undefined ? long : `${short}, ${long}`;
  const argument = value === undefined ? '' : ` \\fI${plain(value)}\\fR`;
  const more = [
    ...(choices.length === 0 ? [] : [`one of ${choices.join(', ')}`]),
    ...(usual === undefined || usual === 'false' ? [] : [`without it ${usual}`]),
  ];
  const told = more.length === 0 ? description : `${description} (${more.join('; ')})`;
  return ['.TP', `\\fB${plain(names)}\\fR${argument}`, filled(told)];
}

function entry(name: string, text: string): readonly string[] {
  return ['.TP', `.B ${plain(name)}`, filled(text)];
}

/** As it stands, whatever it means to roff; in the short lines that mandoc likes. */
function filled(text: string): string {
  const lines = text.match(/\S.{0,75}(?=\s|$)|\S+/gu) ?? [];
  return lines.map(plain).join('\n');
}

function plain(text: string): string {
  const escaped = text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll('`', '\\(ga');
  return /^[.']/u.test(escaped) ? `\\&${escaped}` : escaped;
}
