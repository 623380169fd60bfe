/** The driver on the simulated modem over real lines: a pseudo-terminal and TCP. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { connectTo } from '../../src/modem/connect.js';
import type { Modem } from '../../src/modem/modem.js';
import { openPty } from '../../src/simulator/pty.js';
import { SimulatedModem } from '../../src/simulator/simulated-modem.js';
import { listenTcp } from '../../src/simulator/tcp.js';
import { setScene } from './scene.js';

/** DELIVERs: opaque here. */
const STOP = '07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07';
const OTHER = '07911326040000F0040B911346610089F60000208062917314480CC8F71D14969741F977FD07';

let running: Modem | undefined;
afterEach(async () => {
  await running?.stop(AbortSignal.abort());
  running = undefined;
});

describe('the driver on real lines', () => {
  const soon = { timeout: 10_000 };

  it('works on a pseudo-terminal and is found again after the plug was pulled', async () => {
    const sim = new SimulatedModem({ clock: systemClock, submitLatencyMs: 20 });
    let pty = await openPty(sim);
    const { modem, queue, inbox } = setScene({
      connect: (signal) => connectTo(pty.path, 115_200)(signal),
      clock: systemClock,
      backOff: { minMs: 50, maxMs: 200, random: () => 0 },
    });
    running = modem;
    sim.storePdu(STOP);
    queue.add('a', 'b');
    queue.onNext = () => expect(inbox.hexes).toContain(STOP);
    modem.start();
    await vi.waitFor(() => expect(queue.outcomes).toEqual(['a sent', 'b sent']), soon);
    pty.vanish();
    await vi.waitFor(() => expect(modem.status.phase).toBe('down'), soon);
    pty = await openPty(sim);
    await vi.waitFor(() => expect(modem.status.phase).toBe('ready'), soon);
    sim.receivePdu(OTHER);
    await vi.waitFor(() => expect(inbox.hexes).toEqual([STOP, OTHER]), soon);
    await modem.stop();
    await pty.close();
  });

  it('works over TCP and is found again after the connection was lost', async () => {
    const sim = new SimulatedModem({ clock: systemClock });
    const server = await listenTcp(sim, { host: '127.0.0.1', port: 0 });
    const { modem, queue, statuses } = setScene({
      connect: connectTo(`tcp://127.0.0.1:${server.port}`, 0),
      clock: systemClock,
      backOff: { minMs: 50, maxMs: 200, random: () => 0 },
    });
    running = modem;
    modem.start();
    await vi.waitFor(() => expect(modem.status.phase).toBe('ready'), soon);
    server.dropConnections();
    await vi.waitFor(() => expect(statuses.map(({ phase }) => phase)).toContain('down'), soon);
    await vi.waitFor(() => expect(modem.status.phase).toBe('ready'), soon);
    queue.add('a');
    modem.wake();
    await vi.waitFor(() => expect(queue.outcomes).toEqual(['a sent']), soon);
    await modem.stop();
    await server.close();
  });
});
