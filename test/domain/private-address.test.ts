import { describe, expect, it } from 'vitest';
import { isPlainlyPrivate, isPublicAddress } from '../../src/domain/private-address.js';

describe('an address', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.192',
    '192.168.255.255',
    '198.18.0.1',
    '224.0.0.251',
    '239.255.255.250',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '::ffff:0:10.0.0.1',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    'localhost',
    '',
    '1.1.1',
  ])('%s is not of the public internet', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '223.255.255.255',
    '::ffff:1.1.1.1',
    '64:ff9b::1.1.1.1',
    '2606:4700:4700::1111',
    '2a00:1450:4001::1',
  ])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

it('a host is plainly private by its address or by a name that is kept for such', () => {
  const hosts = [
    '[::1]',
    '10.0.0.1',
    'localhost',
    'LOCALHOST.',
    'a.localhost',
    'nas.local',
    'x.internal',
  ];
  expect(hosts.filter((host) => !isPlainlyPrivate(host))).toEqual([]);
  const others = [
    'app.example.org',
    'local.example.org',
    'notlocalhost',
    '1.1.1.1',
    '[2a00:1450:4001::1]',
  ];
  expect(others.filter(isPlainlyPrivate)).toEqual([]);
});
