import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { listenTcp, SimulatedModem, type TcpPort } from '../../src/simulator/index.js';
import { eventually } from './eventually.js';

interface Client {
  readonly socket: Socket;
  readonly received: () => string;
  readonly closed: () => boolean;
}

describe('the simulated modem on TCP', () => {
  let modem: SimulatedModem;
  let server: TcpPort;
  const sockets: Socket[] = [];

  function openClient(): Client {
    const socket = connect(server.port, server.host);
    sockets.push(socket);
    let received = '';
    let closed = false;
    socket.on('data', (bytes) => {
      received += bytes.toString('latin1');
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      closed = true;
    });
    return { socket, received: () => received, closed: () => closed };
  }

  beforeEach(async () => {
    modem = new SimulatedModem({ clock: systemClock });
    server = await listenTcp(modem, { host: '127.0.0.1', port: 0 });
  });

  afterEach(async () => {
    for (const socket of sockets.splice(0)) {
      socket.destroy();
    }
    await server.close();
    modem.close();
  });

  it('talks raw bytes', async () => {
    const client = openClient();
    client.socket.write('ATE0\r');
    await eventually('OK', () => client.received() === 'ATE0\r\r\nOK\r\n');
    client.socket.write('AT+CMGS=24\r');
    await eventually('the prompt', () => client.received().endsWith('\r\n> '));
  });

  it('serves one client and cuts a second off', async () => {
    const first = openClient();
    await eventually('the first client', () => modem.attached);
    const second = openClient();
    await eventually('the second client to be cut off', second.closed);
    first.socket.write('AT\r');
    await eventually('OK for the first', () => first.received().includes('OK'));
  });

  it('serves the next client when one has gone', async () => {
    const first = openClient();
    await eventually('the first client', () => modem.attached);
    first.socket.destroy();
    await eventually('the line to be free', () => !modem.attached);
    const second = openClient();
    second.socket.write('AT\r');
    await eventually('OK', () => second.received().includes('OK'));
  });

  it('can drop its client, which may come again', async () => {
    const first = openClient();
    await eventually('the first client', () => modem.attached);
    server.dropConnections();
    await eventually('the first client to be cut off', first.closed);
    await eventually('the line to be free', () => !modem.attached);
    const second = openClient();
    second.socket.write('AT\r');
    await eventually('OK', () => second.received().includes('OK'));
  });

  it('says when the address is taken', async () => {
    const other = new SimulatedModem({ clock: systemClock });
    await expect(listenTcp(other, { host: server.host, port: server.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it('frees its port and its client when it closes', async () => {
    const client = openClient();
    await eventually('the client', () => modem.attached);
    await server.close();
    await eventually('the client to be cut off', client.closed);
    await eventually('the line to be free', () => !modem.attached);
  });
});
