/**
 * The Debian packages that these tests drive, from the list beside this file, which `.ci/run`
 * installs from as well. A missing one is a failure with the way out of it, never a skip.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const NAMES = readFileSync(new URL('debian-packages', import.meta.url), 'utf8')
  .trim()
  .split('\n');

function versionOf(name: string): string | undefined {
  const format = '--showformat=$' + '{db:Status-Status} $' + '{Version}';
  const { stdout, error } = spawnSync('dpkg-query', ['--show', format, name], { encoding: 'utf8' });
  if (error) return undefined;
  const [status, version] = stdout.split(' ');
  return status === 'installed' ? version : undefined;
}

/** The installed version of a package of the list. Throws one sentence where it is not installed. */
export function requirePackage(name: string): string {
  if (!NAMES.includes(name)) throw new Error(`${name} is not in test/interop/debian-packages`);
  const version = versionOf(name);
  if (version !== undefined) return version;
  throw new Error(
    `The Debian package ${name} is not installed: ` +
      `run "apt-get update && apt-get install -y --no-install-recommends ${NAMES.join(' ')}" as root.`,
  );
}
