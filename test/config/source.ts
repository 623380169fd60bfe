/** A configuration source for tests: files and variables as given, nothing of this machine. */
import { expect } from 'vitest';
import type { Config } from '../../src/config/config.js';
import { ConfigError } from '../../src/config/faults.js';
import { type ConfigSource, loadConfig } from '../../src/config/load.js';

export const MINIMAL = '[gateway]\ncountry = "GB"\n[[modem]]\nport = "/dev/ttyUSB0"\n';

export function sourceOf(
  toml: string,
  env: Record<string, string> = {},
  files: Record<string, string> = {},
): ConfigSource {
  const file = '/etc/stopgate/stopgate.toml';
  const contents = new Map([[file, toml], ...Object.entries(files)]);
  return {
    file,
    env,
    hostName: 'testhost',
    readFile(path) {
      const content = contents.get(path);
      if (content === undefined) throw Object.assign(new Error('no'), { code: 'ENOENT' });
      return content;
    },
  };
}

/** The lines that a configuration is refused with; empty when it is taken. */
export function refusal(
  toml: string,
  env: Record<string, string> = {},
  files: Record<string, string> = {},
): string[] {
  try {
    loadConfig(sourceOf(toml, env, files));
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error.code).toBe('CONFIG');
    return error.message.split('\n');
  }
}

export function load(
  toml: string,
  env: Record<string, string> = {},
  files: Record<string, string> = {},
): Config {
  return loadConfig(sourceOf(toml, env, files));
}
