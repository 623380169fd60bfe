/** The clients of docs/api.md, run as they stand against the real daemon; the modem's record tells. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request, Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'vitest';
import { it, scenarios } from '../system/it.js';
import { covers } from '../system/program.js';
import { neighbour, person } from '../system/rig.js';
import { textOf } from './shell-blocks.js';

const languages = [
  { name: 'Node.js', fence: 'js', file: 'client.mjs', program: process.execPath },
  { name: 'Python', fence: 'python', file: 'client.py', program: 'python3' },
] as const;
type Language = (typeof languages)[number];

const here = languages.filter(
  ({ program }) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined,
);

function clientIn(fence: string): string {
  const found = new RegExp(`^\`\`\`${fence}\n(?<code>.*?)^\`\`\`$`, 'msu').exec(
    textOf('docs/api.md'),
  );
  if (found?.groups?.code === undefined) throw new Error(`docs/api.md has no ${fence}`);
  return found.groups.code;
}

interface Run {
  readonly language: Language;
  readonly directory: string;
  readonly api: string;
  readonly key: string;
  readonly args: readonly string[];
}

/** Runs the page's client; what it printed, and its exit code. */
function run({ language, directory, api, key, args }: Run) {
  const file = join(directory, language.file);
  writeFileSync(file, clientIn(language.fence));
  const nothing = openSync('/dev/null', 'r');
  const child: ChildProcess = spawn(language.program, [file, ...args], {
    env: { PATH: process.env.PATH, HOME: directory, STOPGATE_API: api, STOPGATE_KEY: key },
    stdio: ['ignore', 'pipe', 'pipe', ...covers(nothing)],
  });
  closeSync(nothing);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  return new Promise<{ output: string; exitCode: number | null }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ output, exitCode }));
  });
}

/** What may happen to a request between a client and the daemon. */
type Mishap = 'is busy' | 'loses the answer' | 'works';

/** A way to the daemon on which the first requests meet `mishaps`, in order; then it works. */
async function openBadLine(host: string, mishaps: readonly Mishap[]) {
  const seen: { mishap: Mishap; path: string; idempotencyKey: unknown }[] = [];
  const pass = (incoming: IncomingMessage, onAnswer: (answer: IncomingMessage) => void) => {
    const { method = 'GET', url = '/', headers } = incoming;
    incoming.pipe(request(`http://${host}${url}`, { method, headers }, onAnswer));
  };
  const server = new Server((incoming: IncomingMessage, response: ServerResponse) => {
    const mishap = mishaps[seen.length] ?? 'works';
    const { url: path = '', headers } = incoming;
    seen.push({ mishap, path, idempotencyKey: headers['idempotency-key'] });
    if (mishap === 'is busy') {
      incoming.resume();
      response.writeHead(503, { 'retry-after': '1', 'content-type': 'text/html' });
      response.end('<h1>Busy</h1>');
      return;
    }
    pass(incoming, (answer) => {
      if (mishap === 'loses the answer') {
        answer.resume().once('end', () => response.destroy());
        return;
      }
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { api: `http://127.0.0.1:${port}`, seen, close };
}

scenarios('the clients of docs/api.md', () => {
  it.for(here)(
    '$name: sends once, whatever happens to the answer',
    async (language, { openRig, onTestFinished }) => {
      const rig = await openRig();
      const daemon = await rig.start();
      const line = await openBadLine(daemon.host, ['is busy', 'loses the answer', 'works']);
      onTestFinished(line.close);
      const { directory } = rig;
      const args = [person, 'Your order is ready.', 'order-4711-ready'];
      const { key } = daemon;
      const first = await run({ language, directory, api: line.api, key, args });
      expect(first).toMatchObject({ exitCode: 0 });
      expect(first.output).toMatch(/^msg_[0-9a-f]+: (sent|delivered)\n$/u);
      const posts = line.seen.filter(({ path }) => path === '/v1/messages');
      expect(posts.map(({ mishap }) => mishap)).toEqual(['is busy', 'loses the answer', 'works']);
      expect(new Set(posts.map(({ idempotencyKey }) => idempotencyKey))).toEqual(
        new Set(['order-4711-ready']),
      );
      // After a restart of the client: the same message, and no second one.
      const again = await run({ language, directory, api: `http://${daemon.host}`, key, args });
      expect(again.output.split(':')[0]).toBe(first.output.split(':')[0]);
      expect(rig.textsTo(person)).toEqual(['Your order is ready.']);
    },
  );

  it.for(here)(
    '$name: takes an opt-out for an answer, and a fault for a fault',
    async (language, { openRig }) => {
      const rig = await openRig();
      const daemon = await rig.start();
      rig.handset(neighbour).reply('STOP');
      await daemon.untilSuppressed(neighbour);
      const { directory } = rig;
      const common = { language, directory, api: `http://${daemon.host}`, key: daemon.key };
      const refused = await run({ ...common, args: [neighbour, 'One more', 'offer-1'] });
      expect(refused).toMatchObject({ exitCode: 0 });
      expect(refused.output).toContain(`not sent: ${neighbour} opted out of all messages`);
      expect(rig.textsTo(neighbour)).not.toContain('One more');
      const wrong = await run({ ...common, args: ['0123', 'Hello', 'offer-2'] });
      expect(wrong.exitCode).toBe(1);
      expect(wrong.output).toContain('no possible phone number');
      const stranger = await run({ ...common, key: 'unknown', args: [person, 'Hello', 'offer-3'] });
      expect(stranger.exitCode).toBe(1);
      expect(stranger.output).toContain('unknown or was revoked');
    },
  );
});
