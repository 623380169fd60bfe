/** The control files of the package: what dpkg is told of it. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from './stage.js';

export interface ControlFields {
  /** As Debian has it. */
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

const MAINTAINER = 'The stopgate authors <stopgate@localhost>';

/** @param time of the package, in seconds since 1970 */
export function changelog(version: string, time: number): string {
  const date = new Date(time * 1_000).toUTCString().replace('GMT', '+0000');
  return `stopgate (${version}) unstable; urgency=medium

  * Version ${version}. What has changed is told by the commits.

 -- ${MAINTAINER}  ${date}
`;
}

export function controlFile({ version, architecture, depends, size }: ControlFields): string {
  return `Package: stopgate
Version: ${version}
Architecture: ${architecture}
Maintainer: ${MAINTAINER}
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
