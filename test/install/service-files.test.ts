import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { serviceFiles } from '../../src/install/service-files.js';
import { installSteps, uninstallSteps } from '../../src/install/service-steps.js';
import { placedUnit } from '../../src/install/unit.js';

const read = (name: string) =>
  readFileSync(new URL(`../../systemd/${name}`, import.meta.url), 'utf8');
const command = ['/usr/bin/node', '/opt/stopgate/dist/main.js'];
const files = serviceFiles(read, { base: '/etc', command });
const unit = files.find(({ path }) => path.endsWith('.service'))?.content ?? '';

describe('the unit of an installation', () => {
  it('calls the program where it lies, and no other that PATH may hold', () => {
    expect(unit).toMatch(/^ExecStart=\/usr\/bin\/node \/opt\/stopgate\/dist\/main\.js run /m);
    expect(unit).not.toContain('/usr/bin/env');
  });

  it('has a condition on its configuration, and is otherwise the one of systemd/', () => {
    const source = read('stopgate.service');
    const lines = (text: string) => text.split('\n').filter((line) => /^[A-Z[]/.test(line));
    const added = lines(unit).filter((line) => !lines(source).includes(line));
    expect(added.filter((line) => !line.startsWith('Exec'))).toEqual([
      'ConditionPathExists=/etc/stopgate/stopgate.toml',
    ]);
    const lost = lines(source).filter((line) => !lines(unit).includes(line));
    expect(lost.filter((line) => !line.includes('/usr/bin/env stopgate'))).toEqual([]);
  });

  it('is not made where its program could not be called', () => {
    const place = (program: string) =>
      placedUnit(read('stopgate.service'), { command: [program], head: [] });
    expect(() => place('/opt/my programs/stopgate')).toThrow('"/opt/my programs/stopgate"');
    expect(() => place('bin/stopgate')).toThrow('"bin/stopgate"');
    expect(() => placedUnit('[Unit]\n', { command, head: [] })).toThrow('does not call');
  });
});

describe('the steps', () => {
  const empty = { root: undefined, read: () => undefined };

  it('make the user before its directories, and those before the service starts', () => {
    const runs = installSteps(files, empty).flatMap((step) =>
      step.kind === 'run' ? [[step.program, ...step.args].join(' ')] : [],
    );
    expect(runs).toEqual([
      'systemd-sysusers stopgate.conf',
      'systemd-tmpfiles --create stopgate.conf',
      'systemctl daemon-reload',
      'udevadm control --reload',
      'udevadm trigger --subsystem-match=usb --subsystem-match=tty',
      'systemctl enable stopgate.service',
      'systemctl restart stopgate.service',
    ]);
  });

  it('write nothing that is there, and never over a rule that may have been changed', () => {
    const kept = (now: (path: string) => string | undefined) =>
      installSteps(files, { root: undefined, read: now }).flatMap((step) =>
        step.kind === 'keep' ? [step.path] : [],
      );
    const contents = new Map(files.map(({ path, content }) => [path, content]));
    expect(kept((path) => contents.get(path))).toEqual(files.map(({ path }) => path));
    expect(kept(() => 'other')).toEqual(['/etc/udev/rules.d/60-stopgate-modem.rules']);
  });

  it('touch only the system that they are for', () => {
    const root = '/mnt/image';
    const there = files[0]?.path;
    const target = { root, read: (path: string) => (path === there ? 'other' : undefined) };
    for (const step of [...installSteps(files, target), ...uninstallSteps(files, target)]) {
      if (step.kind === 'run') expect(step.args).toContain(`--root=${root}`);
    }
  });

  it('take away what is there and no more', () => {
    expect(uninstallSteps(files, empty)).toEqual([]);
    const all = uninstallSteps(files, { root: undefined, read: () => 'any' });
    expect(all.flatMap((step) => (step.kind === 'remove' ? [step.path] : []))).toEqual(
      files.map(({ path }) => path),
    );
  });
});
