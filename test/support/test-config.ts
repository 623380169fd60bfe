/** A configuration of a gateway in Britain, as its file would have it. */
import type { Config } from '../../src/config/config.js';
import { loadConfig } from '../../src/config/load.js';

/** `toml` follows the section `[gateway]`. */
export function configOf(toml: string, dataDir: string, env: NodeJS.ProcessEnv = {}): Config {
  return loadConfig({
    file: 'test',
    env,
    hostName: 'test',
    readFile: () => `
[gateway]
name = "test"
country = "GB"
data_dir = ${JSON.stringify(dataDir)}
${toml}`,
  });
}

/** One modem, and the API on a port of its own. */
export const oneModem = `
[[modem]]
port = "/dev/main"
[http]
listen = "127.0.0.1:0"
`;
