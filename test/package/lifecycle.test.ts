/** Installed, upgraded, removed and purged by dpkg, in a Debian root of the test's own. */
import { lstatSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { builtPackage, DebianRoot, dependencies, run } from './debian-root.js';

const wanted = 'etc/systemd/system/multi-user.target.wants/stopgate.service';

function debianRoot(packages?: Readonly<Record<string, string>>): DebianRoot {
  const root = new DebianRoot(packages);
  onTestFinished(() => root.dispose());
  return root;
}

function installed(): DebianRoot {
  const root = debianRoot();
  expect(root.dpkg('--install', builtPackage())).toMatchObject({ exitCode: 0 });
  return root;
}

describe('an installation', () => {
  it('makes the user, its directories and the unit’s place in the boot, and says what comes next', () => {
    const root = debianRoot();
    const { exitCode, output } = root.dpkg('--install', builtPackage());
    expect([exitCode, output]).toEqual([0, expect.stringContaining('sudo stopgate init')]);
    expect(root.read('etc/passwd')).toMatch(
      /^stopgate:x:\d+:\d+:.*:\/var\/lib\/stopgate:\/usr\/sbin\/nologin$/m,
    );
    expect(root.read('etc/group')).toMatch(/^dialout:.*:stopgate$/m);
    expect(root.ownership('etc/stopgate')).toBe('750 root:stopgate');
    expect(root.ownership('var/lib/stopgate')).toBe('700 stopgate:stopgate');
    expect(readlinkSync(join(root.path, wanted))).toBe('/usr/lib/systemd/system/stopgate.service');
  });

  it('brings no configuration, without which systemd passes the unit over', () => {
    const root = installed();
    const condition = () =>
      run('systemd-analyze', ['condition', `--root=${root.path}`, '--unit=stopgate.service']);
    root.addBaseSystem();
    expect(root.has('etc/stopgate/stopgate.toml')).toBe(false);
    expect(condition().exitCode).toBe(1);
  });

  it('is refused beside a Node that its compiled parts were not made for', () => {
    for (const nodejs of ['18.20.4', '20.18.0', '99.0.0']) {
      const root = debianRoot({ ...dependencies, nodejs });
      const { exitCode, output } = root.dpkg('--install', builtPackage());
      expect([nodejs, exitCode]).toEqual([nodejs, 1]);
      expect(output).toMatch(/stopgate depends on nodejs \((?:>=|<<)/);
    }
  });
});

describe('an upgrade', () => {
  it('keeps the configuration, the database and what an administrator disabled', () => {
    const root = installed();
    root.write('etc/stopgate/stopgate.toml', '# mine\n');
    root.write('var/lib/stopgate/stopgate.db', 'who opted out');
    rmSync(join(root.path, wanted));
    const { exitCode, output } = root.dpkg('--install', root.repacked('99.0'));
    expect([exitCode, output]).toEqual([0, expect.not.stringContaining('init')]);
    expect(root.read('etc/stopgate/stopgate.toml')).toBe('# mine\n');
    expect(root.read('var/lib/stopgate/stopgate.db')).toBe('who opted out');
    expect(root.ownership('etc/stopgate/stopgate.toml')).toBe('640 root:stopgate');
    expect(root.ownership('var/lib/stopgate')).toBe('700 stopgate:stopgate');
    expect(lstatSync(join(root.path, wanted), { throwIfNoEntry: false })).toBeUndefined();
  });
});

describe('a removal', () => {
  it('takes the program and leaves configuration and database', () => {
    const root = installed();
    root.write('etc/stopgate/stopgate.toml', '# mine\n');
    root.write('var/lib/stopgate/stopgate.db', 'who opted out');
    expect(root.dpkg('--remove', 'stopgate').exitCode).toBe(0);
    for (const gone of ['usr/bin/stopgate', 'usr/lib/stopgate', 'usr/lib/sysusers.d']) {
      expect([gone, root.has(gone)]).toEqual([gone, false]);
    }
    expect(root.has('etc/stopgate/stopgate.toml')).toBe(true);
    expect(root.has('var/lib/stopgate/stopgate.db')).toBe(true);
  });
});

describe('a purge', () => {
  it('asks nothing, takes the configuration, and leaves the database and says so', () => {
    const root = installed();
    root.write('etc/stopgate/stopgate.toml', 'pin = "1234"\n');
    root.write('var/lib/stopgate/stopgate.db', 'who opted out');
    const { exitCode, output } = root.dpkg('--purge', 'stopgate');
    expect([exitCode, output]).toEqual([0, expect.stringContaining('/var/lib/stopgate is left')]);
    expect(root.has('etc/stopgate')).toBe(false);
    expect(root.read('var/lib/stopgate/stopgate.db')).toBe('who opted out');
    expect(root.dpkg('--list', 'stopgate').exitCode).toBe(1);
    expect(run('find', [`${root.path}/etc/systemd`, '-name', 'stopgate*']).output).toBe('');
  });

  it('says nothing of a database where there is none', () => {
    const root = installed();
    root.dpkg('--remove', 'stopgate');
    rmSync(join(root.path, 'var/lib/stopgate'), { recursive: true });
    const { exitCode, output } = root.dpkg('--purge', 'stopgate');
    expect([exitCode, output]).toEqual([0, expect.not.stringContaining('is left')]);
  });
});
