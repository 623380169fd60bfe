/**
 * smstools3, the daemon `smsd` of Debian's package `smstools`, with the fastest settings that its
 * manual names. Delivery reports are asked for and read, as by stopgate.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ForeignDaemon } from './foreign-daemon.mjs';

const spools = ['outgoing', 'checked', 'incoming', 'failed', 'sent', 'report'];

/** @type {import('./throughput.mjs').Peer} */
export const smstools = {
  name: 'smstools3',
  program: '/usr/sbin/smsd',
  install: 'apt install smstools',
  count: 40,
  start({ dir, port, messages }) {
    for (const spool of spools) mkdirSync(join(dir, spool));
    for (const [index, { to, text }] of messages.entries()) {
      const file = `To: ${to.replace('+', '')}\nReport: yes\n\n${text}`;
      writeFileSync(join(dir, 'outgoing', `message-${index}`), file);
    }
    const config = join(dir, 'smsd.conf');
    writeFileSync(config, configuration(dir, port));
    return new ForeignDaemon(smstools.program, [`-c${config}`, '-t'], {
      dir,
      log: join(dir, 'smsd.out'),
    });
  },
};

/** @param {string} dir @param {string} port */
function configuration(dir, port) {
  return `devices = BENCH
${spools.map((spool) => `${spool} = ${join(dir, spool)}`).join('\n')}
logfile = ${join(dir, 'smsd.log')}
infofile = ${join(dir, 'smsd.working')}
pidfile = ${join(dir, 'smsd.pid')}
loglevel = 4
delaytime = 1
delaytime_mainprocess = 1
errorsleeptime = 1
receive_before_send = no
trust_outgoing = yes
spool_directory_order = yes
[BENCH]
device = ${port}
init = AT+CNMI=2,1,0,2,0
incoming = yes
report = yes
baudrate = 115200
rtscts = no
memory_start = 1
startsleeptime = 0
trust_spool = yes
check_network = 0
poll_faster = 30
`;
}
