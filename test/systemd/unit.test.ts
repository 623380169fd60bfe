import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.js';

const folder = new URL('../../systemd/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const config = loadConfig({
  file: '/etc/stopgate/stopgate.toml',
  env: {},
  hostName: 'host',
  readFile: () => '[[modem]]\nport = "/dev/ttyUSB0"',
});

/** `section.Directive` to its values, in order. Throws on a line that is none of a unit file's. */
function parseUnit(text: string): Map<string, string[]> {
  const directives = new Map<string, string[]>();
  let section: string | undefined;
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const header = /^\[([A-Z][a-z]+)\]$/.exec(line);
    const directive = /^([A-Z][A-Za-z]+)=(.*)$/.exec(line);
    if (header) section = header[1];
    else if (directive && section) {
      const key = `${section}.${directive[1]}`;
      directives.set(key, [...(directives.get(key) ?? []), directive[2] ?? '']);
    } else throw new Error(`not a line of a unit file: ${line}`);
  }
  return directives;
}

/** Lines of white-space separated fields, quoted ones whole. */
function parseFields(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.match(/"[^"]*"|\S+/g) ?? []);
}

describe('the unit', () => {
  const unit = parseUnit(read('stopgate.service'));

  it('runs the daemon with the configuration where the commands look for it', () => {
    expect(unit.get('Service.ExecStart')).toEqual([
      '/usr/bin/env stopgate run --config /etc/stopgate/stopgate.toml',
    ]);
  });

  it('owns the directories that the configuration names by default', () => {
    const state = unit.get('Service.StateDirectory')?.[0];
    expect(`/var/lib/${state}`).toBe(config.gateway.dataDir);
    expect(unit.get('Service.StateDirectoryMode')).toEqual(['0700']);
    expect(unit.get('Service.WorkingDirectory')).toEqual([config.gateway.dataDir]);
    expect(unit.get('Service.RuntimeDirectory')).toEqual(['stopgate']);
    expect(unit.get('Service.UMask')).toEqual(['0077']);
  });

  it('is its own user, with the group of serial ports', () => {
    expect(unit.get('Service.User')).toEqual(['stopgate']);
    expect(unit.get('Service.SupplementaryGroups')).toEqual(['dialout']);
  });

  it('comes back whatever ended it, but not with a configuration that cannot be used', () => {
    expect(unit.get('Service.Restart')).toEqual(['always']);
    expect(Number(unit.get('Service.RestartSec')?.[0])).toBeGreaterThan(0);
    expect(unit.get('Service.RestartPreventExitStatus')).toEqual(['2']);
    expect(unit.get('Unit.StartLimitIntervalSec')).toEqual(['0']);
  });

  it('is told by the daemon how it is, and ends one that hangs without a core dump', () => {
    expect(unit.get('Service.Type')).toEqual(['notify']);
    // systemd-notify is a process of its own.
    expect(unit.get('Service.NotifyAccess')).toEqual(['all']);
    expect(Number(unit.get('Service.WatchdogSec')?.[0])).toBeGreaterThanOrEqual(60);
    expect(unit.get('Service.WatchdogSignal')).toEqual(['SIGKILL']);
    expect(unit.get('Service.LimitCORE')).toEqual(['0']);
  });

  it('has the daemon read its configuration anew', () => {
    expect(unit.get('Service.ExecReload')).toEqual(['/bin/sh -c "kill -HUP $MAINPID"']);
  });

  it('gives a stop more time than the daemon takes', () => {
    expect(Number(unit.get('Service.TimeoutStopSec')?.[0])).toBeGreaterThan(10);
  });

  it('has only what it needs', () => {
    for (const switched of [
      ...['NoNewPrivileges', 'ProtectHome', 'PrivateTmp', 'ProtectClock', 'ProtectHostname'],
      ...['ProtectControlGroups', 'ProtectKernelLogs', 'ProtectKernelModules', 'LockPersonality'],
      ...[
        'PrivateMounts',
        'PrivateUsers',
        'ProtectKernelTunables',
        'RestrictNamespaces',
        'RestrictRealtime',
        'RestrictSUIDSGID',
      ],
    ]) {
      expect([switched, unit.get(`Service.${switched}`)]).toEqual([switched, ['yes']]);
    }
    expect(unit.get('Service.ProtectSystem')).toEqual(['strict']);
    expect(unit.get('Service.CapabilityBoundingSet')).toEqual(['']);
    expect(unit.get('Service.RestrictAddressFamilies')).toEqual(['AF_UNIX AF_INET AF_INET6']);
    expect(unit.get('Service.SystemCallFilter')).toContain('@system-service');
    // V8 compiles to memory that it runs; PrivateDevices would hide the modem.
    expect(unit.has('Service.MemoryDenyWriteExecute')).toBe(false);
    expect(unit.has('Service.PrivateDevices')).toBe(false);
  });

  it('reaches serial ports and no other device', () => {
    expect(unit.get('Service.DevicePolicy')).toEqual(['closed']);
    const devices = unit.get('Service.DeviceAllow') ?? [];
    for (const kind of ['ttyUSB', 'ttyACM', 'ttyAMA', 'ttyS']) {
      expect(devices).toContain(`char-${kind} rw`);
    }
    expect(devices.filter((device) => !/^char-(tty|pts)\w* rw$/.test(device))).toEqual([]);
  });

  const isSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
  it.runIf(isSystemd)('is taken by systemd itself, and called safe', () => {
    const path = fileURLToPath(new URL('stopgate.service', folder));
    const verified = spawnSync('systemd-analyze', ['verify', path], { encoding: 'utf8' });
    expect(verified.stderr.split('\n').filter((line) => line.includes('stopgate.service'))).toEqual(
      [],
    );
    const limit = ['security', '--offline=true', '--threshold=15', path];
    const security = spawnSync('systemd-analyze', limit, { encoding: 'utf8' });
    expect([security.status, security.stderr]).toEqual([0, '']);
  });
});

describe('the user and its directories', () => {
  it('are made with the names that the unit uses', () => {
    const users = parseFields(read('stopgate.sysusers.conf'));
    expect(users).toContainEqual(['m', 'stopgate', 'dialout']);
    const user = users.find(([kind]) => kind === 'u');
    expect([user?.[1], user?.[4], user?.[5]]).toEqual([
      'stopgate',
      config.gateway.dataDir,
      '/usr/sbin/nologin',
    ]);
  });

  it('are closed to others', () => {
    const lines = parseFields(read('stopgate.tmpfiles.conf'));
    const modes = Object.fromEntries(
      lines.map(([, path, mode, owner, group]) => [path, [mode, owner, group].join(' ')]),
    );
    expect(modes).toEqual({
      '/etc/stopgate': '0750 root stopgate',
      '/etc/stopgate/stopgate.toml': '0640 root stopgate',
      '/etc/stopgate/stopgate.env': '0640 root stopgate',
      [config.gateway.dataDir]: '0700 stopgate stopgate',
    });
  });
});

describe('the udev rule', () => {
  const lines = read('60-stopgate-modem.rules').split('\n');
  const rules = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const makers = ['12d1', '19d2', '1e0e', '2c7c', '1bc7', '1199', '1546', '1e2d'];

  it('has nothing but matches and assignments', () => {
    const term = /^[A-Z]+(?:\{\w+\})?(?:==|!=|=)"[^"]*"$/;
    for (const rule of rules) {
      for (const part of rule.split(', ')) expect(part).toMatch(term);
    }
  });

  it('keeps ModemManager from each maker’s devices and ports', () => {
    for (const maker of makers) {
      expect(rules).toContain(`ATTR{idVendor}=="${maker}", ENV{ID_MM_DEVICE_IGNORE}="1"`);
    }
    const port = rules.find((rule) => rule.includes('ID_MM_PORT_IGNORE')) ?? '';
    expect(port).toContain(`ATTRS{idVendor}=="${makers.join('|')}"`);
    expect(port).toContain('GROUP="dialout"');
  });

  it('leaves serial adapters alone, which may be anything', () => {
    for (const adapter of ['0403', '10c4', '1a86', '067b']) {
      expect(rules.join('\n')).not.toContain(adapter);
      expect(lines.join('\n')).toContain(`#ATTR{idVendor}=="${adapter}"`);
    }
  });

  it('jumps to labels that exist', () => {
    const text = rules.join('\n');
    for (const [, label] of text.matchAll(/GOTO="(\w+)"/g)) {
      expect(text).toContain(`LABEL="${label}"`);
    }
  });
});
