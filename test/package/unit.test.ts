/** The installed unit, looked at by systemd itself. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtPackage, DebianRoot, run } from './debian-root.js';

let root: DebianRoot;
beforeAll(() => {
  root = new DebianRoot();
  expect(root.dpkg('--install', builtPackage()).exitCode).toBe(0);
  root.addBaseSystem();
});
afterAll(() => root.dispose());

const analyze = (...args: readonly string[]) =>
  run('systemd-analyze', [...args, `--root=${root.path}`, 'stopgate.service']);

it('has nothing that systemd finds fault with, and calls a program that is there', () => {
  expect(analyze('verify', '--man=no')).toEqual({ exitCode: 0, output: '' });
});

it('exposes no more than 1.5 of 10', () => {
  const { output } = analyze('security', '--offline=true');
  const level = /Overall exposure level for stopgate\.service: ([\d.]+)/.exec(output)?.[1];
  expect(Number(level)).toBeLessThanOrEqual(1.5);
});

it('calls the installed program, and tells how to change it', () => {
  const unit = root.read('usr/lib/systemd/system/stopgate.service');
  expect(unit).toMatch(/^ExecStart=\/usr\/bin\/stopgate run /m);
  expect(unit).not.toContain('/usr/bin/env');
  expect(unit).toMatch(/^(?:# .*\n)*# .*systemctl edit stopgate/);
});

it('lets a udev that is there read the rule', () => {
  expect(root.read('usr/lib/udev/rules.d/60-stopgate-modem.rules')).toMatch(
    /^# This file is replaced by upgrades: copy it to \/etc\/udev\/rules\.d/,
  );
});
