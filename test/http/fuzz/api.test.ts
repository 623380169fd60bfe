/**
 * Thousands of requests that are made of the OpenAPI document, right ones and wrong ones, to the
 * whole gateway on a real socket: whatever comes, the answer is one that the document names.
 * FUZZ_RUNS says how many, FUZZ_SEED repeats a run.
 */
import { Agent } from 'node:http';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { Handset } from '../../../src/simulator/index.js';
import { doubtful } from '../../support/test-services.js';
import { until } from '../../system/until.js';
import { ApiDocument, type Document } from '../openapi-document.js';
import { runGateway } from '../running-gateway.js';
import { runsOf, seed } from './fuzz-seed.js';
import { type FuzzRequest, fuzzRequests } from './requests.js';
import { sendRaw, type WireAnswer } from './wire.js';

const runs = runsOf(2_500);
/** What a loaded machine takes for anything; a request that hangs takes longer. */
const longestMs = 10_000;

const people = ['+447700900123', '07700 900124', '+447700900125', '+447700900126'];

it(
  `answers whatever comes as the document says (seed ${seed})`,
  async () => {
    const { address, modem, key, gateway } = await runGateway('[optout]\nfooter = false');
    const { store } = gateway.services;
    for (const number of ['+447700900125', '+447700900126', '+447700900127']) {
      new Handset(modem, { number }).reply(number.endsWith('7') ? 'STOP' : doubtful);
    }
    await until('the replies were read', () => store.inbound.list({ limit: 9 }).items.length === 3);

    const document = (await (await fetch(`${address}/openapi.json`)).json()) as Document;
    const api = new ApiDocument(document);
    const messages = await sendSome(address, key);
    const reviews = store.reviews.list({ limit: 9 }).items;
    const agent = new Agent({ keepAlive: true, maxSockets: 4 });
    onTestFinished(() => agent.destroy());
    const number = fc.constantFrom(...people, '+447700900127');
    const known = {
      ...{ to: number, number, from: number },
      id: fc.constantFrom(...[...messages, ...reviews].map(({ id }) => id)),
      name: fc.constant('main'),
      modem: fc.constant('main'),
      cursor: fc.constantFrom('2', '7'),
      code: fc.constantFrom('*100#', '*#06#'),
    };

    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fuzzRequests(api, key, known), async (asked) => {
        const answer = await sendRaw(address, agent, asked);
        check(api, asked, answer);
        const operation = asked.operation?.operationId ?? 'none';
        const kind = `${operation} ${answer.status}`;
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }),
      { numRuns: runs, seed },
    );

    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    // It would prove little if all requests ended at the door.
    for (const { operationId = '', responses } of api.operations) {
      const well = Object.keys(responses).filter((status) => Number(status) < 300);
      const reached = well.some((status) => seen.has(`${operationId} ${status}`));
      if (runs >= 1_000) expect(reached, `${operationId} among ${[...seen.keys()]}`).toBe(true);
    }
  },
  Math.max(120_000, runs * 60),
);

async function sendSome(address: string, key: string): Promise<readonly { id: string }[]> {
  const messages = people.flatMap((to) => [
    { to, text: 'Later', sendAt: '2100-01-01T00:00:00Z' },
    { to, text: 'Now', category: 'transactional' },
  ]);
  const answer = await fetch(`${address}/v1/messages/batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ messages }),
  });
  return ((await answer.json()) as { results: readonly { id: string }[] }).results;
}

function check(api: ApiDocument, asked: FuzzRequest, answer: WireAnswer): void {
  const { status, headers, text, ms } = answer;
  const what = `${asked.method} ${asked.path} (${asked.what}) answered ${status} ${text.slice(0, 300)}`;
  expect(ms, what).toBeLessThan(longestMs);
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  if (asked.method === 'HEAD') {
    expect(status, what).toBeLessThan(500);
    return;
  }
  const type = headers['content-type'] ?? '';
  const body: unknown = type.startsWith('text/plain') ? text : JSON.parse(text);
  const operation = asked.mayBreakHttp && status === 431 ? undefined : asked.operation;
  if (operation === undefined) {
    // Another path may be one of the document's by chance.
    expect(status, what).toBeLessThan(500);
    if (status >= 400) {
      expect(type, what).toBe('application/problem+json');
      expect(api.faults(['components', 'schemas', 'Problem'], body), what).toBe('');
    }
    return;
  }
  const documented = operation.responses[String(status)];
  expect(Object.keys(documented ?? {}), what).toContain('content');
  expect(Object.keys(documented?.content ?? {}), what).toContain(type);
  const at = ['paths', operation.path, operation.method, 'responses', String(status)];
  expect(api.faults([...at, 'content', type, 'schema'], body), what).toBe('');
  // What the document calls right is only refused for what a schema cannot say.
  if (asked.isValid && status === 400) {
    expect((body as { detail: string }).detail, what).toMatch(/^(?:modem|text): |is no cursor/);
  }
}
