/**
 * A notification socket as systemd has one: an AF_UNIX datagram socket that is really there. Node.js
 * cannot open one, so `systemd-socket-activate` does, and a process that inherits it reads it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../system/until.js';

/** Whether this machine has what it takes. */
export const isSystemdHere = ['systemd-notify', 'systemd-socket-activate'].every(
  (program) => spawnSync(program, ['--version']).status === 0,
);

export interface NotificationSocket {
  readonly path: string;
  /** What was told, a notification each, as lines such as `READY=1`. */
  readonly told: () => readonly (readonly string[])[];
  /** How often `line` was told. */
  readonly count: (line: string) => number;
}

/** Descriptor 3 is the first that systemd hands over; each read is one datagram. */
const reader = `
const { readSync } = require('node:fs');
const datagram = Buffer.alloc(65536);
for (;;) {
  const length = readSync(3, datagram);
  process.stdout.write(JSON.stringify(datagram.toString('utf8', 0, length)) + '\\n');
}`;

/** @param atEnd takes what is to be done when the test has finished */
export async function openNotificationSocket(
  directory: string,
  atEnd: (work: () => Promise<void>) => void,
): Promise<NotificationSocket> {
  const path = join(directory, 'notify');
  const args = ['--datagram', `--listen=${path}`, process.execPath, '-e', reader];
  const activator = spawn('systemd-socket-activate', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  atEnd(async () => {
    if (activator.exitCode !== null || activator.signalCode !== null) return;
    activator.kill('SIGKILL');
    await once(activator, 'close');
  });
  let output = '';
  activator.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  await until('the notification socket is there', () => existsSync(path));
  const told = () =>
    output
      .split('\n')
      .slice(0, -1)
      .map((line) => String(JSON.parse(line)).split('\n'))
      // With which systemd-notify asks to be told when the rest was read.
      .filter(([first]) => first !== 'BARRIER=1');
  return {
    path,
    told,
    count: (line) => told().filter((lines) => lines.includes(line)).length,
  };
}
