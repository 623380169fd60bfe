/**
 * The commands as plain data, out of commander's own tree: what completions and the manual page are
 * made of, so that neither can forget one.
 */
import type { Argument, Command, Option } from 'commander';

export interface CommandNode {
  /** Without the program's name: `['suppress', 'add']`; empty for the program. */
  readonly path: readonly string[];
  readonly description: string;
  /** `<number>`, `[file]`, as in its usage. */
  readonly arguments: readonly string[];
  /** Its own, then those that every command takes. */
  readonly options: readonly OptionNode[];
  readonly commands: readonly CommandNode[];
  /** What its help says at the end: explanations, examples. */
  readonly closing: string;
}

export interface OptionNode {
  readonly short: string | undefined;
  readonly long: string;
  /** `file` of `--config <file>`; undefined where it takes no value. */
  readonly value: string | undefined;
  readonly description: string;
  /** The values that it takes, where those are few. */
  readonly choices: readonly string[];
  /** As help shows it; undefined where there is none. */
  readonly usual: string | undefined;
}

export function commandTree(program: Command): CommandNode {
  return nodeOf(program, []);
}

/** The node and all below it, those of a command after itself. */
export function allNodes(node: CommandNode): readonly CommandNode[] {
  return [node, ...node.commands.flatMap(allNodes)];
}

/** Whether what stands for this value is a file or a directory. */
export function isFile(value: string): boolean {
  return /\b(?:file|path|dir)\b/u.test(value);
}

function nodeOf(command: Command, path: readonly string[]): CommandNode {
  const help = command.createHelp();
  const options = [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)];
  return {
    path,
    description: command.description(),
    arguments: command.registeredArguments.map(inUsage),
    options: options
      .filter((option) => path.length === 0 || option.long !== '--version')
      .map(optionOf),
    commands: help.visibleCommands(command).map((child) => nodeOf(child, [...path, child.name()])),
    closing: closingOf(command),
  };
}

function inUsage(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

function optionOf(option: Option): OptionNode {
  const usual: unknown = option.defaultValueDescription ?? option.defaultValue;
  return {
    short: option.short,
    long: option.long ?? option.flags,
    value: /[<[](.+)[>\]]$/u.exec(option.flags)?.[1],
    description: option.description,
    choices: option.argChoices ?? [],
    usual: usual === undefined ? undefined : String(usual),
  };
}

/** Commander keeps it to itself until it writes the help. */
function closingOf(command: Command): string {
  let written = '';
  const own = command.configureOutput();
  command.configureOutput({
    writeOut: (text) => {
      written += text;
    },
  });
  command.outputHelp();
  command.configureOutput(own);
  return written.slice(command.helpInformation().length).trim();
}
