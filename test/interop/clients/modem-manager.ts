/**
 * Debian's ModemManager on a bus of its own, without udev, PolicyKit and systemd, and `mmcli`, which
 * asks it. What stands in for them is `modem-manager-host.py` beside this file.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '../../system/until.js';
import { requirePackage } from '../debian-packages.js';
import type { Bench } from './bench.js';
import { openPortSocket } from './port-socket.js';

const HOST = fileURLToPath(new URL('modem-manager-host.py', import.meta.url));
/** The interpreter that Debian's packages are for; the one on PATH may be another. */
const PYTHON = '/usr/bin/python3';

/** Anybody may do anything: it is a bus for one test. */
function busConfiguration(socket: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type>
  <listen>unix:path=${socket}</listen>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_type="method_call"/>
    <allow send_type="signal"/>
    <allow send_requested_reply="true"/>
    <allow receive_type="method_call"/>
    <allow receive_type="signal"/>
    <allow receive_requested_reply="true"/>
  </policy>
</busconfig>
`;
}

/** A message as `mmcli -s` shows it, by the names of its properties. */
export type ShownMessage = Readonly<Record<string, string>>;

export class ModemManager {
  readonly #bench: Bench;
  readonly #env: Record<string, string>;

  private constructor(bench: Bench, busSocket: string) {
    this.#bench = bench;
    this.#env = { DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${busSocket}` };
  }

  /** Starts all of it; resolves once it has found the modem and made it ready. */
  static async start(bench: Bench): Promise<ModemManager> {
    requirePackage('modemmanager');
    requirePackage('python3-gi');
    const port = join(bench.directory, 'port.socket');
    const busSocket = join(bench.directory, 'bus.socket');
    const portSocket = await openPortSocket(port, bench.device);
    bench.onClose(() => portSocket.close());
    const config = bench.write('bus.conf', busConfiguration(busSocket));
    bench.start('dbus-daemon', [`--config-file=${config}`, '--nofork', '--nopidfile']);
    await until('the bus is there', () => existsSync(busSocket));
    const manager = new ModemManager(bench, busSocket);
    bench.start(PYTHON, [HOST, port], manager.#env);
    bench.start(
      '/usr/sbin/ModemManager',
      [
        '--test-enable',
        '--test-no-udev',
        '--test-no-suspend-resume',
        '--test-no-qrtr',
        '--no-auto-scan',
      ],
      manager.#env,
    );
    await until('ModemManager has found the modem', async () => {
      const { exitCode, stdout } = await manager.#try('-m', 'any', '-K');
      return exitCode === 0 && propertiesOf(stdout)['modem.generic.state'] === 'disabled';
    });
    await manager.ask('-m', 'any', '-e');
    await until(
      'it is registered',
      async () => (await manager.modem())['modem.generic.state'] === 'registered',
    );
    return manager;
  }

  /** What `mmcli` prints; throws what it says when it fails. */
  async ask(...args: readonly string[]): Promise<string> {
    return (await this.#bench.run('mmcli', args, this.#env)).stdout;
  }

  #try(...args: readonly string[]) {
    return this.#bench.start('mmcli', args, this.#env).ended;
  }

  async modem(): Promise<Readonly<Record<string, string>>> {
    return propertiesOf(await this.ask('-m', 'any', '-K'));
  }

  /** Sends a text and asks for a report. */
  async send(number: string, text: string): Promise<void> {
    const wanted = `text='${text}',number='${number}',delivery-report-request=yes`;
    const created = await this.ask('-m', 'any', `--messaging-create-sms=${wanted}`);
    await this.ask('-s', firstOf(messagePaths(created)), '--send');
  }

  /** What it has received of a type and holds for whole, in the order in which it began. */
  async received(type: 'deliver' | 'status-report'): Promise<readonly ShownMessage[]> {
    const paths = messagePaths(await this.ask('-m', 'any', '--messaging-list-sms'));
    const messages: ShownMessage[] = [];
    for (const path of paths) messages.push(propertiesOf(await this.ask('-s', path, '-K')));
    return messages.filter(
      (message) =>
        message['sms.properties.pdu-type'] === type &&
        message['sms.properties.state'] === 'received',
    );
  }

  /** Deletes a message, in the modem too. */
  async delete(message: ShownMessage): Promise<void> {
    await this.ask('-m', 'any', `--messaging-delete-sms=${message['sms.dbus-path']}`);
  }
}

/** Where the bus has messages, as they are named in what `mmcli` prints, the oldest first. */
function messagePaths(printed: string): readonly string[] {
  return [...printed.matchAll(/\/\S+\/SMS\/(\d+)/g)]
    .toSorted(([, a], [, b]) => Number(a) - Number(b))
    .map(([path]) => path);
}

function firstOf(paths: readonly string[]): string {
  const [path] = paths;
  if (path === undefined) throw new Error('mmcli named no message');
  return path;
}

/** The lines `a.b.c : value` of `mmcli -K`. */
function propertiesOf(printed: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...printed.matchAll(/^(\S+) *: (.*)$/gm)].map(([, key, value = '']) => [
      key,
      unescaped(value),
    ]),
  );
}

/** Octets beyond ASCII stand there in octal: `\303\266`. */
function unescaped(value: string): string {
  return value.replace(/(?:\\[0-7]{3})+/g, (escapes) =>
    Buffer.from(
      escapes
        .split('\\')
        .slice(1)
        .map((octal) => Number.parseInt(octal, 8)),
    ).toString(),
  );
}
