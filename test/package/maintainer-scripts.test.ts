/**
 * What the maintainer scripts tell a systemd that runs: the programs that they call are stand-ins here,
 * which write down how they were called, since no test may start a service on this machine.
 */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runWell } from './debian-root.js';

const scripts = fileURLToPath(new URL('../../packaging/maintainer-scripts/', import.meta.url));
const programs = [
  ...['systemd-sysusers', 'systemd-tmpfiles', 'systemd-notify', 'systemctl', 'udevadm'],
  ...['deb-systemd-helper', 'deb-systemd-invoke', 'rm'],
];

/** Runs a script as dpkg does on the system it runs on; the calls it made. */
function callsOf(script: string, ...args: readonly string[]): readonly string[] {
  const directory = mkdtempSync(join(tmpdir(), 'stopgate-calls-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const calls = join(directory, 'calls');
  for (const program of programs) {
    const path = join(directory, program);
    writeFileSync(path, `#!/bin/sh\necho ${program} "$@" >> ${calls}\n`);
    chmodSync(path, 0o755);
  }
  runWell('/bin/sh', [join(scripts, script), ...args], { PATH: `${directory}:/usr/bin:/bin` });
  return existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [];
}

describe('on a running system', () => {
  it('an installation makes user and directories before it starts the unit', () => {
    expect(callsOf('postinst', 'configure', '')).toEqual([
      'systemd-sysusers stopgate.conf',
      'systemd-tmpfiles --create stopgate.conf',
      'deb-systemd-helper unmask stopgate.service',
      'deb-systemd-helper --quiet was-enabled stopgate.service',
      'deb-systemd-helper enable stopgate.service',
      'systemd-notify --booted',
      'udevadm control --reload',
      'udevadm trigger --subsystem-match=usb --subsystem-match=tty',
      'systemctl --system daemon-reload',
      'deb-systemd-invoke start stopgate.service',
    ]);
  });

  it('an upgrade leaves the daemon running until the new one is there, then restarts it', () => {
    expect(callsOf('prerm', 'upgrade', '99.0')).toEqual([]);
    expect(callsOf('postinst', 'configure', '0.1.0').at(-1)).toBe(
      'deb-systemd-invoke restart stopgate.service',
    );
  });

  it('a removal stops the daemon before its files go', () => {
    expect(callsOf('prerm', 'remove')).toContain('deb-systemd-invoke stop stopgate.service');
    expect(callsOf('postrm', 'remove')).toContain('systemctl --system daemon-reload');
  });

  it('nothing but a purge takes anything away that dpkg did not bring', () => {
    for (const word of ['remove', 'upgrade', 'failed-upgrade', 'abort-install', 'disappear']) {
      const removed = callsOf('postrm', word).filter((call) => call.startsWith('rm '));
      expect([word, removed]).toEqual([word, []]);
    }
    expect(callsOf('postrm', 'purge').filter((call) => call.startsWith('rm '))).toEqual([
      'rm -rf /etc/stopgate',
    ]);
  });
});

describe('the scripts', () => {
  it('are what a POSIX shell reads', () => {
    for (const script of ['postinst', 'prerm', 'postrm'])
      runWell('/bin/sh', ['-n', scripts + script]);
  });
});
