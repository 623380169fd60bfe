/** `stopgate service`, for those who come by npm: the built program on a system in a directory. */
import { copyFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DebianRoot, run } from './debian-root.js';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const unit = 'etc/systemd/system/stopgate.service';

function machine(): DebianRoot {
  const root = new DebianRoot({ systemd: '257' });
  onTestFinished(() => root.dispose());
  return root;
}

const service = (root: DebianRoot, ...args: readonly string[]) =>
  root.asRoot(process.execPath, [main, 'service', ...args, '--root', root.path]);

describe('stopgate service install', () => {
  it('makes the user, the directories, the udev rule and the unit, enabled', () => {
    const root = machine();
    const { exitCode, output } = service(root, 'install');
    expect([exitCode, output]).toEqual([0, expect.stringContaining('sudo stopgate init')]);
    expect(root.read('etc/passwd')).toMatch(/^stopgate:/m);
    expect(root.ownership('etc/stopgate')).toBe('750 root:stopgate');
    expect(root.ownership('var/lib/stopgate')).toBe('700 stopgate:stopgate');
    expect(root.ownership(unit)).toBe('644 root:root');
    expect(root.has('etc/udev/rules.d/60-stopgate-modem.rules')).toBe(true);
    expect(root.read(unit)).toContain(`ExecStart=${process.execPath} ${main} run `);
    const wants = 'etc/systemd/system/multi-user.target.wants/stopgate.service';
    expect(readlinkSync(join(root.path, wants))).toBe(`/${unit}`);
  });

  it('does nothing the second time', () => {
    const root = machine();
    service(root, 'install');
    root.write('etc/udev/rules.d/60-stopgate-modem.rules', '# mine\n');
    const { exitCode, output } = service(root, 'install');
    expect([exitCode, output]).toEqual([0, expect.not.stringContaining('write ')]);
    expect(root.read('etc/udev/rules.d/60-stopgate-modem.rules')).toBe('# mine\n');
  });

  it('shows what it would do and does none of it', () => {
    const root = machine();
    const { exitCode, output } = service(root, 'install', '--dry-run');
    expect(exitCode).toBe(0);
    expect(output).toContain(`write ${join(root.path, unit)}\n`);
    expect(output).toContain(`run systemctl --root=${root.path} enable stopgate.service\n`);
    expect(root.has('etc/systemd')).toBe(false);
  });

  it('is refused beside the Debian package', () => {
    const root = machine();
    root.write('usr/lib/systemd/system/stopgate.service', '');
    const { exitCode, output } = service(root, 'install');
    expect([exitCode, output]).toEqual([1, expect.stringContaining('a package has installed')]);
  });

  it('is refused to others than root, with the way out', () => {
    const nobody = ['--reuid=65534', '--regid=65534', '--clear-groups'];
    const call = [process.execPath, main, 'service', 'install'];
    const { exitCode, output } =
      process.getuid?.() === 0
        ? run('setpriv', [...nobody, '--', ...call])
        : run(process.execPath, call.slice(1));
    expect([exitCode, output]).toEqual([1, expect.stringMatching(/only root .* sudo.*--dry-run/)]);
  });
});

describe('stopgate service uninstall', () => {
  it('takes the files away and leaves configuration and database', () => {
    const root = machine();
    service(root, 'install');
    root.write('etc/stopgate/stopgate.toml', '# mine\n');
    copyFileSync(join(root.path, 'etc/passwd'), join(root.path, 'var/lib/stopgate/stopgate.db'));
    expect(service(root, 'uninstall').exitCode).toBe(0);
    expect(root.has(unit)).toBe(false);
    expect(root.has('etc/udev/rules.d/60-stopgate-modem.rules')).toBe(false);
    expect(root.read('etc/stopgate/stopgate.toml')).toBe('# mine\n');
    expect(root.has('var/lib/stopgate/stopgate.db')).toBe(true);
    expect(service(root, 'uninstall').output).toBe('stopgate is no service here\n');
  });
});
