/**
 * What it takes to make stopgate a service of this machine, and to undo that: steps in order, each of
 * which may be taken again without harm. Pure; the command takes the steps, or shows them.
 */
import { type ServiceFile, UNIT } from './service-files.js';

export type Step =
  | { readonly kind: 'write'; readonly path: string; readonly content: string }
  | { readonly kind: 'keep'; readonly path: string; readonly why: string }
  | { readonly kind: 'remove'; readonly path: string }
  | {
      readonly kind: 'run';
      readonly program: string;
      readonly args: readonly string[];
      /** That it fails is no reason to stop. */
      readonly mayFail?: boolean;
    };

export interface Target {
  /** Where the system lies whose service it becomes; undefined: it is the one that runs. */
  readonly root: string | undefined;
  /** What a file of the target holds now; undefined: it is absent. */
  readonly read: (path: string) => string | undefined;
}

/** @param files of `serviceFiles` */
export function installSteps(files: readonly ServiceFile[], target: Target): readonly Step[] {
  const name = 'stopgate.conf';
  return [
    ...files.flatMap((file) => writing(file, target.read(file.path))),
    run('systemd-sysusers', ...inRoot(target), name),
    run('systemd-tmpfiles', ...inRoot(target), '--create', name),
    ...whereItRuns(target, [
      run('systemctl', 'daemon-reload'),
      ...udevSteps,
      run('systemctl', 'enable', UNIT),
      // Without a configuration systemd passes it over.
      run('systemctl', 'restart', UNIT),
    ]),
    ...(target.root === undefined ? [] : [run('systemctl', ...inRoot(target), 'enable', UNIT)]),
  ];
}

/** The user, the configuration and the database stay. */
export function uninstallSteps(files: readonly ServiceFile[], target: Target): readonly Step[] {
  const there = files.filter(({ path }) => target.read(path) !== undefined);
  if (there.length === 0) return [];
  const now = target.root === undefined ? ['--now'] : [];
  return [
    { ...run('systemctl', ...inRoot(target), 'disable', ...now, UNIT), mayFail: true },
    ...there.map(({ path }): Step => ({ kind: 'remove', path })),
    ...whereItRuns(target, [run('systemctl', 'daemon-reload'), ...udevSteps]),
  ];
}

function writing({ path, content, isForChange }: ServiceFile, now: string | undefined): Step[] {
  if (now === content) return [{ kind: 'keep', path, why: 'it is as it should be' }];
  if (now !== undefined && isForChange) {
    const why = 'it may have been changed by hand; take it away to get the one of this version';
    return [{ kind: 'keep', path, why }];
  }
  return [{ kind: 'write', path, content }];
}

function run(program: string, ...args: readonly string[]) {
  return { kind: 'run', program, args } as const;
}

/** A machine without USB may have no udev. */
const udevSteps: readonly Step[] = [
  { ...run('udevadm', 'control', '--reload'), mayFail: true },
  {
    ...run('udevadm', 'trigger', '--subsystem-match=usb', '--subsystem-match=tty'),
    mayFail: true,
  },
];

function inRoot({ root }: Target): readonly string[] {
  return root === undefined ? [] : [`--root=${root}`];
}

function whereItRuns({ root }: Target, steps: readonly Step[]): readonly Step[] {
  return root === undefined ? steps : [];
}
