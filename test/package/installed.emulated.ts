/** The packages for other architectures on their own processors, emulated: the main job, start to end. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ARCHITECTURES } from '../../packaging/architecture.js';
import { systemClock } from '../../src/clock.js';
import { Handset, listenTcp, openPty, SimulatedModem } from '../../src/simulator/index.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { Daemon } from '../system/daemon.js';
import { EmulatedMachine } from './emulated-machine.js';

const person = '+447700900123';
const others = ARCHITECTURES.filter(({ name, node }) => name !== 'amd64' && node !== process.arch);

function openModem(): SimulatedModem {
  const modem = new SimulatedModem({ clock: systemClock });
  onTestFinished(() => modem.close());
  return modem;
}

describe.each(others)('the package for $name', (architecture) => {
  let home = '';
  let machine: EmulatedMachine | undefined;
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'stopgate-emulated-'));
    machine = new EmulatedMachine(architecture, home);
  });
  afterAll(() => rmSync(home, { recursive: true }));

  function emulated(): EmulatedMachine {
    if (machine === undefined) throw new Error('there is no emulated machine');
    return machine;
  }

  it('is run by Debian’s Node for it, and answers with its version', async () => {
    expect(emulated().nodeArchitecture).toBe(architecture.node);
    const { exitCode, stdout } = await emulated().start('--version').ended;
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  });

  it('plays the demo’s scene', async () => {
    const { exitCode, stdout } = await emulated().start('demo').ended;
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('403 recipient_suppressed')]);
  });

  it('finds a modem in order, on a serial line', async () => {
    const link = join(temporaryDirectory(), 'modem');
    const port = await openPty(openModem(), { link });
    onTestFinished(() => port.close());
    const { exitCode, stdout } = await emulated().start('doctor', '--port', link).ended;
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('the modem answers at')]);
  });

  it('sends, hears of the delivery, understands "STOP", refuses from then on, and stops when it is told', async () => {
    const modem = openModem();
    const port = await listenTcp(modem, { host: '127.0.0.1', port: 0 });
    onTestFinished(() => port.close());
    const directory = temporaryDirectory();
    const config = join(directory, 'stopgate.toml');
    writeFileSync(config, configuration(directory, port.port));
    const inConfig = (...args: readonly string[]) => emulated().start('--config', config, ...args);

    const key = await inConfig('keys', 'create', '--name', 'test', '--scope', 'send,read').ended;
    const running = inConfig('run');
    onTestFinished(async () => {
      running.signal('SIGKILL');
      await running.ended;
    });
    await vi.waitFor(() => expect(running.stdout() + running.stderr()).toContain('"address"'), {
      timeout: 120_000,
      interval: 200,
    });
    const daemon = await Daemon.listening(running, key.stdout.trim());
    await daemon.untilReady();

    const handset = new Handset(modem, { number: person });
    await daemon.untilMessage(await daemon.send(person, 'Your order is ready.'), 'delivered');
    handset.reply('STOP');
    await daemon.untilSuppressed(person);
    const refused = await daemon.ask('POST /v1/messages', { body: { to: person, text: 'Hello' } });
    expect(refused).toMatchObject({ status: 403, body: { code: 'recipient_suppressed' } });
    await vi.waitFor(() => expect(modem.record.submits).toHaveLength(2), { timeout: 30_000 });
    expect((await daemon.stop()).exitCode).toBe(0);
    expect(modem.record.submits).toHaveLength(2);
  });
});

function configuration(directory: string, port: number): string {
  return `
[gateway]
name = "test"
country = "GB"
data_dir = ${JSON.stringify(join(directory, 'data'))}

[[modem]]
name = "main"
port = "tcp://127.0.0.1:${port}"

[http]
listen = "127.0.0.1:0"

[optout]
brand = "Corner Shop"
help_text = "Call 020 7946 0000."
`;
}
