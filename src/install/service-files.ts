/**
 * The four files that make stopgate a service, and where they go: in `/usr/lib` as a distribution's
 * package has them, in `/etc` as an administrator. Their contents come from `systemd/`; reads and
 * writes nothing itself.
 */
import { placedUnit, withHead } from './unit.js';

export const UNIT = 'stopgate.service';

export interface ServiceFile {
  /** In the installed system: absolute. */
  readonly path: string;
  readonly content: string;
  /** Whether its owner is asked to change it where it lies: then it is never replaced. */
  readonly isForChange: boolean;
}

export interface ServicePlacement {
  readonly base: '/usr/lib' | '/etc';
  /** What runs the program, as in {@link placedUnit}. */
  readonly command: readonly string[];
}

/** @param read a file of `systemd/` by its name */
export function serviceFiles(
  read: (name: string) => string,
  { base, command }: ServicePlacement,
): readonly ServiceFile[] {
  const isPackage = base === '/usr/lib';
  const head = [
    'stopgate as a service of its own user. This file is replaced by',
    `${isPackage ? 'upgrades' : '"stopgate service install"'}: where yours differs (another data_dir, say),`,
    '"systemctl edit stopgate" adds to it.',
  ];
  const rule = read('60-stopgate-modem.rules');
  return [
    {
      path: `${base}/systemd/system/${UNIT}`,
      content: placedUnit(read(UNIT), { command, head }),
      isForChange: false,
    },
    {
      path: `${base}/sysusers.d/stopgate.conf`,
      content: read('stopgate.sysusers.conf'),
      isForChange: false,
    },
    {
      path: `${base}/tmpfiles.d/stopgate.conf`,
      content: read('stopgate.tmpfiles.conf'),
      isForChange: false,
    },
    {
      path: `${base}/udev/rules.d/60-stopgate-modem.rules`,
      content: isPackage ? withHead(rule, replacedRuleHead(rule)) : rule,
      isForChange: !isPackage,
    },
  ];
}

function replacedRuleHead(rule: string): readonly string[] {
  const [head = ''] = /^(?:#[^\n]*\n)+/u.exec(rule) ?? [];
  const lines = head.trimEnd().split('\n');
  return [
    'This file is replaced by upgrades: copy it to /etc/udev/rules.d, under the same name, to',
    'change it there.',
    '',
    ...lines.map((line) => line.replace(/^# ?/u, '')),
  ];
}
