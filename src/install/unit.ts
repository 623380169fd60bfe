/**
 * The files of `systemd/` as an installation needs them: the unit calls the program where it was put,
 * and is not started without a configuration. Pure; where the files go is others' business.
 */

/** Where the daemon and the commands look for the configuration unless told otherwise. */
const CONFIGURATION = '/etc/stopgate/stopgate.toml';
const FOUND_BY_PATH = '/usr/bin/env stopgate';

export interface UnitPlacement {
  /** What runs the program: absolute, as systemd wants it, and with no spaces in its words. */
  readonly command: readonly string[];
  /** Lines for the head of the file: who put it there, and how to change it. */
  readonly head: readonly string[];
}

/**
 * The unit for a program that lies at `command`. systemd passes over a unit whose configuration does
 * not exist, at boot as well, instead of calling it failed. Throws where `unit` is not as expected.
 */
export function placedUnit(unit: string, { command, head }: UnitPlacement): string {
  const strange = command.find((word) => !/^\/[\w./@+-]+$/u.test(word));
  if (strange !== undefined) {
    throw new Error(`a unit cannot call "${strange}": its path has a space or a sign in it`);
  }
  if (!unit.includes(FOUND_BY_PATH)) throw new Error(`the unit does not call "${FOUND_BY_PATH}"`);
  const called = unit
    .replaceAll(/^# env finds [^\n]*\n/gmu, '')
    .replaceAll(FOUND_BY_PATH, command.join(' '));
  const conditional = called.replace(
    /^\[Unit\]\nDescription=[^\n]*\n/mu,
    (start) => `${start}ConditionPathExists=${CONFIGURATION}\n`,
  );
  if (conditional === called) throw new Error('the unit does not begin with its description');
  return withHead(conditional, head);
}

/** `text` with `head` in the place of its first comment. */
export function withHead(text: string, head: readonly string[]): string {
  return text.replace(/^(?:#[^\n]*\n)+/u, head.map(commentLine).join(''));
}

function commentLine(line: string): string {
  return line === '' ? '#\n' : `# ${line}\n`;
}
