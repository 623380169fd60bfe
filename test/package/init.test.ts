/** `stopgate init` as root on an installed system: who may read what it makes. */
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { builtPackage, DebianRoot } from './debian-root.js';

it('makes a configuration that root writes and the daemon reads, and others do not', () => {
  const root = new DebianRoot();
  onTestFinished(() => root.dispose());
  root.dpkg('--install', builtPackage());
  const at = (path: string) => join(root.path, path);
  const { exitCode, output } = root.asRoot(at('usr/bin/stopgate'), [
    ...['init', '--yes', '--port', '/dev/ttyUSB2'],
    ...['--config', at('etc/stopgate/stopgate.toml'), '--data-dir', at('var/lib/stopgate')],
  ]);
  expect([exitCode, output]).toEqual([0, expect.stringMatching(/^sg_/m)]);
  // It takes the group of its directory; owners that fakeroot only pretends, it hides from Node.
  const group = process.getuid?.() === 0 ? 'stopgate' : String(process.getgid?.());
  expect(root.ownership('etc/stopgate/stopgate.toml')).toBe(`640 root:${group}`);
  expect(root.has('var/lib/stopgate/stopgate.db')).toBe(true);
});
