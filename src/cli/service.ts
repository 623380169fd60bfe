/** `stopgate service install|uninstall`: makes stopgate a service of systemd, for those who come by npm. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { type ServiceFile, serviceFiles, UNIT } from '../install/service-files.js';
import { installSteps, type Step, type Target, uninstallSteps } from '../install/service-steps.js';
import {
  type CliContext,
  CommandError,
  defaultConfigFile,
  printJson,
  printLine,
} from './context.js';

interface ServiceOptions {
  readonly root?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const sources = new URL('../../systemd/', import.meta.url);
const main = fileURLToPath(new URL('../main.js', import.meta.url));
/** What the unit does not see: ProtectHome, PrivateTmp. */
const hidden = /^\/(?:home|root|run\/user|tmp|var\/tmp)\//u;

export function serviceCommand(program: Command, context: CliContext): void {
  const service = program
    .command('service')
    .description('make stopgate a service of this machine; the Debian package does it by itself');

  service
    .command('install')
    .description('write the unit, the user and the udev rule, and enable the service (as root)')
    .option('--root <dir>', 'into the system that lies there, an image say; starts nothing')
    .option('--dry-run', 'show what it would do, and do nothing')
    .option('--json', 'print the steps as JSON')
    .addHelpText(
      'after',
      `
Writes stopgate.service, the user stopgate with its directories, and a udev rule that keeps
ModemManager off the modem, all under /etc; then makes the user, enables the service and starts it.
It waits for its configuration: without ${defaultConfigFile} systemd passes it over.
After an upgrade with npm, do it again: what is as it should be stays.

Examples:
  sudo stopgate service install
  stopgate service install --dry-run`,
    )
    .action((_options: ServiceOptions, command: Command) => {
      const options = command.optsWithGlobals<ServiceOptions>();
      refuseOthersThanRoot(options);
      const target = targetOf(options);
      refuseBesidePackage(target);
      take(context, options, installSteps(filesHere(target), target));
      if (options.dryRun || options.json) return;
      const isConfigured = target.read(defaultConfigFile) !== undefined;
      printLine(
        context,
        isConfigured
          ? 'stopgate is a service now: "systemctl status stopgate" shows how it is'
          : 'stopgate is a service now. Next: sudo stopgate init && sudo systemctl start stopgate',
      );
    });

  service
    .command('uninstall')
    .description('stop the service and take its files away; configuration and database stay')
    .option('--root <dir>', 'from the system that lies there')
    .option('--dry-run', 'show what it would do, and do nothing')
    .option('--json', 'print the steps as JSON')
    .action((_options: ServiceOptions, command: Command) => {
      const options = command.optsWithGlobals<ServiceOptions>();
      refuseOthersThanRoot(options);
      const target = targetOf(options);
      const steps = uninstallSteps(filesHere(target), target);
      take(context, options, steps);
      if (options.dryRun || options.json) return;
      printLine(
        context,
        steps.length === 0
          ? 'stopgate is no service here'
          : 'stopgate is no service any more; /etc/stopgate and /var/lib/stopgate are left as they were',
      );
    });
}

function targetOf({ root }: ServiceOptions): Target {
  const base = root === undefined ? undefined : resolve(root);
  if (base !== undefined && !existsSync(base)) {
    throw new CommandError(`--root: ${base} does not exist; name the directory of a system`);
  }
  return {
    root: base,
    read(path) {
      const full = join(base ?? '/', path);
      return existsSync(full) ? readFileSync(full, 'utf8') : undefined;
    },
  };
}

function filesHere({ root }: Target): readonly ServiceFile[] {
  const command = [process.execPath, existsSync(main) ? realpathSync(main) : main];
  const unseen = command.find((path) => hidden.test(path));
  if (unseen !== undefined && root === undefined) {
    throw new CommandError(
      `the service could not see ${unseen}: install Node and stopgate for all users, under /usr or /opt`,
    );
  }
  const read = (name: string) => readFileSync(new URL(name, sources), 'utf8');
  return serviceFiles(read, { base: '/etc', command });
}

function refuseOthersThanRoot({ root, dryRun }: ServiceOptions): void {
  if (dryRun || root !== undefined || process.getuid?.() === 0) return;
  throw new CommandError(
    'only root may do that: run it with sudo, or look at what it would do with --dry-run',
  );
}

function refuseBesidePackage({ read }: Target): void {
  const path = `/usr/lib/systemd/system/${UNIT}`;
  if (read(path) === undefined) return;
  throw new CommandError(
    `a package has installed ${path}: the service is there already, and two would take each other's place`,
  );
}

function take(
  context: CliContext,
  { root, dryRun, json }: ServiceOptions,
  steps: readonly Step[],
): void {
  const base = root === undefined ? '/' : resolve(root);
  for (const step of steps) {
    if (!json) printLine(context, inWords(step, base));
    if (!dryRun) takeOne(step, base);
  }
  if (json) printJson(context, { steps });
}

function inWords(step: Step, base: string): string {
  switch (step.kind) {
    case 'write':
      return `write ${join(base, step.path)}`;
    case 'keep':
      return `keep ${join(base, step.path)}: ${step.why}`;
    case 'remove':
      return `remove ${join(base, step.path)}`;
    case 'run':
      return `run ${[step.program, ...step.args].join(' ')}`;
  }
}

function takeOne(step: Step, base: string): void {
  switch (step.kind) {
    case 'write':
      mkdirSync(dirname(join(base, step.path)), { recursive: true });
      writeFileSync(join(base, step.path), step.content);
      // Whatever the umask of who installs.
      chmodSync(join(base, step.path), 0o644);
      return;
    case 'keep':
      return;
    case 'remove':
      rmSync(join(base, step.path), { force: true });
      return;
    case 'run':
      runStep(step);
  }
}

function runStep({ program, args, mayFail }: Extract<Step, { kind: 'run' }>): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (mayFail === true || status === 0) return;
  const isAbsent = error !== undefined && 'code' in error && error.code === 'ENOENT';
  throw new CommandError(
    isAbsent
      ? `${program} is absent: this machine has no systemd, and a service needs one`
      : `${[program, ...args].join(' ')} failed: ${(error?.message ?? stderr).trim()}`,
  );
}
