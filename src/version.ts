/** The version of this program, as package.json tells it. */
import { readFileSync } from 'node:fs';

interface Package {
  readonly version: string;
}

const manifest = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as Package;

export const version: string = manifest.version;
