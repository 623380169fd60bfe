/** The control files of the package: what dpkg is told of it. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from './stage.js';

export interface ControlFields {
  readonly version: string;
  readonly architecture: string;
  readonly depends: readonly string[];
  /** Octets of what is installed. */
  readonly size: number;
}

/** A version of npm as Debian's: what comes before a release sorts before it. */
export function debianVersion(version: string): string {
  return version.replaceAll('-', '~');
}

export function controlFile({ version, architecture, depends, size }: ControlFields): string {
  return `Package: stopgate
Version: ${debianVersion(version)}
Architecture: ${architecture}
Maintainer: The stopgate authors <stopgate@localhost>
Section: comm
Priority: optional
Installed-Size: ${Math.ceil(size / 1024)}
Depends: ${depends.join(', ')}
Suggests: usb-modeswitch, man-db, bash-completion
Description: SMS gateway for GSM modems that knows when to stop
 Sends what your applications post to a small HTTP API through a USB GSM
 modem, reads every reply the moment it arrives, and from a "stop" on
 refuses that number, confirms once, and can prove it.
 .
 After installation "stopgate init" asks for what it needs to know.
`;
}

/** `md5sums`, with which `dpkg --verify` finds files that were changed. */
export function checksums(stage: Stage): string {
  return stage
    .files()
    .filter((path) => lstatSync(join(stage.root, path)).isFile())
    .map((path) => {
      const digest = createHash('md5')
        .update(readFileSync(join(stage.root, path)))
        .digest('hex');
      return `${digest}  ${path}\n`;
    })
    .join('');
}
