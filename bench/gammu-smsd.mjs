/**
 * gammu-smsd of Debian's package of that name, its queue in files, with the fastest settings that
 * its manual names. Delivery reports are asked for and read, as by stopgate.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ForeignDaemon } from './foreign-daemon.mjs';

const folders = ['inbox', 'outbox', 'sent', 'errors'];

/** @type {import('./throughput.mjs').Peer} */
export const gammuSmsd = {
  name: 'gammu-smsd',
  program: '/usr/bin/gammu-smsd',
  install: 'apt install gammu-smsd',
  count: 20,
  start({ dir, port, messages }) {
    for (const folder of folders) mkdirSync(join(dir, folder));
    const config = join(dir, 'smsdrc');
    writeFileSync(config, configuration(dir, port));
    for (const { to, text } of messages) {
      const args = ['-c', config, 'TEXT', to, '-report', '-text', text];
      execFileSync(`${gammuSmsd.program}-inject`, args, { stdio: 'ignore' });
    }
    return new ForeignDaemon(gammuSmsd.program, ['-c', config], {
      dir,
      log: join(dir, 'smsd.out'),
    });
  },
};

/** @param {string} dir @param {string} port */
function configuration(dir, port) {
  return `[gammu]
device = ${port}
connection = at115200
model = at
[smsd]
service = files
logfile = ${join(dir, 'smsd.log')}
debuglevel = 0
pin =
inboxpath = ${join(dir, 'inbox')}/
outboxpath = ${join(dir, 'outbox')}/
sentsmspath = ${join(dir, 'sent')}/
errorsmspath = ${join(dir, 'errors')}/
deliveryreport = log
commtimeout = 1
loopsleep = 0
statusfrequency = 0
checksecurity = 0
checkbattery = 0
checksignal = 0
checknetwork = 0
`;
}
