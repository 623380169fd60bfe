/**
 * The gateway under measurement: `node dist/main.js run` as a process of its own, with its
 * configuration, a key and its API on a socket file. Knows nothing of what is measured.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sleep, systemClock } from '../dist/clock.js';

/** @import { ChildProcess } from 'node:child_process' */
/** @import { Surroundings } from './run.mjs' */

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const readyWithinMs = 30_000;
const readyPollMs = 2;
const connections = 4;

/** Whatever the shell has set must not configure what is measured. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(STOPGATE_|NODE_OPTIONS$)/.test(name)),
);

/** The message of a number, to one that Ofcom keeps for drama. @param {number} number */
export function message(number) {
  const to = `+447700900${String(number % 1000).padStart(3, '0')}`;
  return { to, text: `Message ${number}: your order has left our shop and arrives tomorrow.` };
}

/** A directory with a configuration and a key, on which the gateway can be started again and again. */
export class Installation {
  /** @param {Surroundings} surroundings @param {string} port the modem's */
  constructor({ dir, nodeOptions }, port) {
    this.nodeOptions = nodeOptions;
    this.socket = join(dir, 'http.sock');
    this.log = join(dir, 'gateway.log');
    this.config = join(dir, 'stopgate.toml');
    writeFileSync(this.config, configuration({ dir, port, socket: this.socket }));
    const args = ['keys', 'create', '--name', 'bench', '--scope', 'send,read,admin'];
    const options = { env: environment, encoding: /** @type {const} */ ('utf8') };
    this.key = execFileSync(
      process.execPath,
      [main, ...args, '--config', this.config],
      options,
    ).trim();
  }

  /** Starts the gateway; see {@link Gateway.untilReady}. */
  start() {
    return new Gateway(this);
  }
}

/** One run of the gateway's process. */
export class Gateway {
  #agent = new Agent({ keepAlive: true, maxSockets: connections });
  #startedMs = systemClock.monotonicMs();
  /** @type {ChildProcess} */
  #process;
  #installation;

  /** @param {Installation} installation */
  constructor(installation) {
    this.#installation = installation;
    // Its log goes to a file, as a daemon's does: nobody here has to keep up with it.
    const log = openSync(installation.log, 'a');
    const args = [...installation.nodeOptions, main, 'run', '--config', installation.config];
    this.#process = spawn(process.execPath, args, {
      env: environment,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    process.once('exit', () => this.#process.kill('SIGKILL'));
  }

  /** Waits until `/readyz` says 200; milliseconds since the process was spawned. */
  async untilReady() {
    await this.#until('/readyz', (status) => status === 200);
    return systemClock.monotonicMs() - this.#startedMs;
  }

  /** Waits until the API answers, whether or not a modem is ready. */
  async untilListening() {
    await this.#until('/healthz', (status) => status === 200);
  }

  /**
   * One request with the key; rejects when the gateway cannot be reached.
   * @param {string} method @param {string} path @param {object} [body]
   * @returns {Promise<{ status: number, body: any }>}
   */
  ask(method, path, body) {
    return new Promise((resolve, reject) => {
      const { socket, key } = this.#installation;
      const content = body === undefined ? undefined : JSON.stringify(body);
      const headers = {
        authorization: `Bearer ${key}`,
        ...(content !== undefined && {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(content),
        }),
      };
      const options = { socketPath: socket, agent: this.#agent, method, path, headers };
      const outgoing = request(options, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('error', reject);
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            body: text === '' ? undefined : JSON.parse(text),
          });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(content);
    });
  }

  /**
   * Queues `count` messages; throws unless all are taken.
   * @param {number} count
   */
  async queue(count) {
    let next = 0;
    const work = async () => {
      while (next < count) {
        const number = next;
        next += 1;
        const answer = await this.ask('POST', '/v1/messages', message(number));
        if (answer.status !== 202)
          throw new Error(`a message was refused: ${JSON.stringify(answer)}`);
      }
    };
    await Promise.all(Array.from({ length: connections }, work));
  }

  /** Megabytes (10^6 octets) resident now and at most so far, as the kernel counts them. */
  memory() {
    const status = readFileSync(`/proc/${this.#process.pid}/status`, 'utf8');
    const megabytes = (/** @type {string} */ field) =>
      (Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) * 1024) / 1e6;
    return { resident: megabytes('VmRSS'), peak: megabytes('VmHWM') };
  }

  /** Asks it to stop and waits; throws unless it exits with 0. */
  async stop() {
    this.#agent.destroy();
    if (!this.#hasExited) {
      const exited = once(this.#process, 'exit');
      this.#process.kill('SIGTERM');
      await exited;
    }
    if (this.#process.exitCode !== 0) throw this.#failure('did not stop cleanly');
  }

  get #hasExited() {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  /** @param {string} path @param {(status: number) => boolean} satisfied */
  async #until(path, satisfied) {
    while (systemClock.monotonicMs() - this.#startedMs < readyWithinMs) {
      if (this.#hasExited) throw this.#failure('exited');
      const status = await this.ask('GET', path).then(
        (answer) => answer.status,
        () => 0,
      );
      if (satisfied(status)) return;
      await sleep(systemClock, readyPollMs);
    }
    await this.stop();
    throw this.#failure(`did not answer ${path} with 200 within ${readyWithinMs} ms`);
  }

  /** @param {string} what */
  #failure(what) {
    const lines = readFileSync(this.#installation.log, 'utf8').trim().split('\n').slice(-10);
    return new Error(`the gateway ${what}; the last of its log:\n${lines.join('\n')}`);
  }
}

/** Everything else is at its default. @param {{ dir: string, port: string, socket: string }} places */
function configuration({ dir, port, socket }) {
  return `
[gateway]
name = "bench"
country = "GB"
data_dir = ${JSON.stringify(join(dir, 'data'))}

[[modem]]
name = "simulated"
port = ${JSON.stringify(port)}

[http]
listen = ${JSON.stringify(`unix:${socket}`)}
`;
}
