/** That the OpenAPI document is true enough for a program that was made from it. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { generateApi } from 'swagger-typescript-api';
import { expect, it } from 'vitest';
import { Handset } from '../../src/simulator/index.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { doubtful, person } from '../support/test-services.js';
import { until } from '../system/until.js';
import { ApiDocument, type Document } from './openapi-document.js';
import { runGateway } from './running-gateway.js';

const run = promisify(execFile);
const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const compiler = pathOf('../../node_modules/typescript/bin/tsc');
const story = pathOf('../fixtures/openapi-client/story.ts.txt');

async function documentOf(address: string): Promise<Document> {
  return (await (await fetch(`${address}/openapi.json`)).json()) as Document;
}

/** Makes a typed client of the document, and JavaScript of it and of `program`; the program's path. */
async function compileWithClient(document: Document, program: string): Promise<string> {
  const directory = temporaryDirectory();
  const { files } = await generateApi({
    spec: document as NonNullable<Parameters<typeof generateApi>[0]['spec']>,
    output: false,
    silent: true,
    moduleNameIndex: 1,
  });
  writeFileSync(join(directory, 'package.json'), '{"type": "module"}');
  writeFileSync(join(directory, 'client.ts'), files[0]?.fileContent ?? '');
  writeFileSync(join(directory, 'story.ts'), program);
  const options =
    '--ignoreConfig --strict --noUncheckedIndexedAccess --target es2023 --module nodenext';
  const args = [...options.split(' '), '--lib', 'es2023,dom', '--types', '', 'story.ts'];
  await run(process.execPath, [compiler, ...args], { cwd: directory }).catch((error) => {
    throw new Error(`it does not compile: ${error.stdout}`);
  });
  return join(directory, 'story.js');
}

it('a client that was generated from the document compiles, and works for every operation', async () => {
  const { address, modem, key } = await runGateway();
  const asker = new Handset(modem, { number: '+447700900125' });
  const leaver = new Handset(modem, { number: '+447700900126' });
  asker.reply(doubtful);
  leaver.reply('STOP');
  const authorization = { headers: { authorization: `Bearer ${key}` } };
  await until('both replies were read', async () => {
    const answer = await fetch(`${address}/v1/inbound`, authorization);
    return ((await answer.json()) as { items: unknown[] }).items.length === 2;
  });

  const document = await documentOf(address);
  const source = readFileSync(story, 'utf8');
  for (const { operationId = '' } of new ApiDocument(document).operations) {
    expect(source, operationId).toContain(`.${operationId}(`);
  }
  const program = await compileWithClient(document, source);
  const args = [program, address, key, asker.number, leaver.number];
  const { stdout } = await run(process.execPath, args);

  expect(JSON.parse(stdout)).toEqual({
    send: '2100-01-01T00:00:00.000Z',
    get: 'canceled',
    cancel: ['canceled', 'not_cancelable'],
    listMessages: [[true], 'object'],
    batch: ['queued', 'invalid_number'],
    segments: ['’'],
    suppress: ['sale'],
    suppressAll: 2,
    listSuppressions: 3,
    resubscribe: false,
    getSuppression: [['*', 'reply']],
    history: ['opt_out'],
    refused: [403, 'recipient_suppressed', 'string'],
    inbound: [null],
    match: 'opt_out',
    decide: ['ignore', 'test', 'already_decided'],
    modems: ['ready'],
    ussd: ['final', 'string'],
    health: 'ok',
    figures: true,
    ready: ['main'],
    openApi: '3.1.0',
  });
}, 60_000);

it('a program that misreads the document does not compile', async () => {
  const { address } = await runGateway();
  const document = await documentOf(address);
  const wrong = `import { Api } from './client.js';
const { data } = await new Api().messages.sendMessage({ to: '${person}', txt: 'Hello' });
console.log(data.error.code);`;
  const compiled = compileWithClient(document, wrong);
  await expect(compiled).rejects.toThrow(/'txt' does not exist/);
  await expect(compiled).rejects.toThrow(/'data.error' is possibly 'null'/);
}, 60_000);
