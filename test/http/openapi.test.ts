import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describe, expect, it } from 'vitest';
import { openTestApi } from '../support/test-api.js';
import { ApiDocument, type Document, type Operation } from './openapi-document.js';

async function theDocument(): Promise<Document> {
  return (await openTestApi().ask('GET /openapi.json', { key: null })).body;
}

const theApi = async () => new ApiDocument(await theDocument());
const nameOf = ({ method, path }: Operation) => `${method.toUpperCase()} ${path}`;
const needsKey = ({ path }: Operation) => path.startsWith('/v1/') || path === '/metrics';

describe('the OpenAPI document', () => {
  it('names every route', async () => {
    expect((await theApi()).operations.map(nameOf).sort()).toEqual([
      'DELETE /v1/messages/{id}',
      'DELETE /v1/suppressions/{number}',
      'GET /healthz',
      'GET /metrics',
      'GET /openapi.json',
      'GET /readyz',
      'GET /v1/consents/{number}',
      'GET /v1/inbound',
      'GET /v1/messages',
      'GET /v1/messages/{id}',
      'GET /v1/modems',
      'GET /v1/reviews',
      'GET /v1/suppressions',
      'GET /v1/suppressions/{number}',
      'POST /v1/match',
      'POST /v1/messages',
      'POST /v1/messages/batch',
      'POST /v1/modems/{name}/ussd',
      'POST /v1/reviews/{id}',
      'POST /v1/segments',
      'PUT /v1/suppressions/{number}',
    ]);
  });

  it('is valid OpenAPI 3.1, and a linter has nothing to say', async () => {
    const document = await theDocument();
    expect(document.openapi).toBe('3.1.0');
    const problems = await lintFromString({
      source: JSON.stringify(document),
      absoluteRef: 'openapi.json',
      config: await createConfig({ extends: ['recommended'] }),
    });
    const told = problems.map(({ ruleId, location }) => `${ruleId} ${location[0]?.pointer ?? ''}`);
    // These take nothing that could be wrong, and need no key.
    expect(told.sort()).toEqual([
      'operation-4xx-response #/paths/~1healthz/get/responses',
      'operation-4xx-response #/paths/~1openapi.json/get/responses',
      'operation-4xx-response #/paths/~1readyz/get/responses',
    ]);
  });

  it('tells of each request what it does, whose it is, and who may', async () => {
    const { operations, document } = await theApi();
    const tags = document.tags.map(({ name }) => name);
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const operation of operations) {
      const name = nameOf(operation);
      expect(operation.operationId, name).toMatch(/^[a-z][A-Za-z]+$/);
      expect(operation.summary, name).toMatch(/^[A-Z].{8,}[^.]$/);
      expect(operation.description, name).toMatch(/^.{30,}\.$/s);
      expect(tags, name).toEqual(expect.arrayContaining([...(operation.tags ?? ['none'])]));
      expect(operation.security, name).toEqual(needsKey(operation) ? [{ key: [] }] : []);
    }
    expect(document.components).toMatchObject({
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
    });
  });

  it('has every answer that a request with a key may get, as problems with their codes', async () => {
    for (const operation of (await theApi()).operations) {
      const name = nameOf(operation);
      const statuses = Object.keys(operation.responses);
      if (needsKey(operation)) {
        expect(statuses, name).toEqual(expect.arrayContaining(['401', '403', '413', '429', '503']));
      }
      if (operation.parameters?.length || operation.requestBody) {
        expect(statuses, name).toContain('400');
      }
      for (const [status, { description, content, headers }] of Object.entries(
        operation.responses,
      )) {
        if (Number(status) < 400) continue;
        expect(description, name).toMatch(/^`[a-z_]+`: /);
        expect(Object.keys(content ?? {}), name).toEqual(['application/problem+json']);
        const waits = status === '429' || status === '503';
        expect(Object.keys(headers ?? {}).includes('Retry-After'), name).toBe(waits);
      }
    }
  });

  it('names every query parameter that there is: others are refused', async () => {
    const api = openTestApi();
    for (const operation of (await theApi()).operations) {
      if (!operation.path.startsWith('/v1/')) continue;
      const path = operation.path.replace('{number}', '%2B447700900123').replace(/\{\w+\}/, 'main');
      const media = Object.values(operation.requestBody?.content ?? {})[0];
      const body = Object.values(media?.examples ?? {})[0]?.value;
      const { status, body: problem } = await api.ask(
        `${operation.method.toUpperCase()} ${path}?reason=asked&colour=red`,
        { body },
      );
      expect([nameOf(operation), status]).toEqual([nameOf(operation), 400]);
      expect(JSON.stringify(problem)).toContain('colour');
    }
  });

  it('has an example of each body and each answer, and each is valid by its schema', async () => {
    const api = await theApi();
    let examples = 0;
    const check = (steps: readonly string[], media: object) => {
      const { example, examples: named } = media as Record<string, unknown>;
      const values = [
        ...(example === undefined ? [] : [example]),
        ...Object.values((named ?? {}) as Record<string, { value: unknown }>).map(
          (one) => one.value,
        ),
      ];
      expect(values.length, `examples at ${steps.join(' ')}`).toBeGreaterThan(0);
      for (const value of values) {
        expect(api.faults([...steps, 'schema'], value), steps.join(' ')).toBe('');
      }
      examples += values.length;
    };
    for (const { path, method, requestBody, responses } of api.operations) {
      const at = ['paths', path, method];
      for (const [type, media] of Object.entries(requestBody?.content ?? {})) {
        check([...at, 'requestBody', 'content', type], media);
      }
      for (const [status, { content }] of Object.entries(responses)) {
        for (const [type, media] of Object.entries(content ?? {})) {
          check([...at, 'responses', status, 'content', type], media);
        }
      }
    }
    expect(examples).toBeGreaterThan(100);
  });

  it('has examples of single values that are valid as well', async () => {
    const api = await theApi();
    let examples = 0;
    const walk = (node: unknown, steps: readonly string[]) => {
      if (typeof node !== 'object' || node === null) return;
      if ('type' in node && 'example' in node) {
        expect(api.faults(steps, node.example), steps.join(' ')).toBe('');
        examples += 1;
      }
      for (const [name, value] of Object.entries(node)) walk(value, [...steps, name]);
    };
    walk(api.document, []);
    expect(examples).toBeGreaterThan(20);
  });
});
