/**
 * Requests that are made of the OpenAPI document: valid ones, and ones that are spoiled in one way
 * or another. A request is what goes over the wire; nothing here sends it.
 */
import fc from 'fast-check';
import type { ApiDocument, Operation } from '../openapi-document.js';
import { anyJson, type Known, namedValuesOf, oddText, valuesOf } from './values.js';

export interface WireRequest {
  readonly method: string;
  /** With its query, percent-encoded as it goes out. */
  readonly path: string;
  /** Names and values in turn; a name may come twice. */
  readonly headers: readonly string[];
  readonly body: Buffer | undefined;
}

export interface FuzzRequest extends WireRequest {
  /** What was asked for; undefined where path or method are none of the document's. */
  readonly operation: Operation | undefined;
  /** Whether the document says that it is right. */
  readonly isValid: boolean;
  /** Whether HTTP itself may refuse it, before the API sees it. */
  readonly mayBreakHttp: boolean;
  /** How it was spoiled. */
  readonly what: string;
}

interface Draft {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

function draftsOf(api: ApiDocument, operation: Operation, known: Known): fc.Arbitrary<Draft> {
  const parametersIn = (place: 'path' | 'query' | 'header') => {
    const parameters = operation.parameters?.filter((parameter) => parameter.in === place) ?? [];
    return fc.record(
      Object.fromEntries(
        parameters.map(({ name, schema }) => [name, namedValuesOf(api, name, schema, known)]),
      ),
      { requiredKeys: parameters.filter(({ required }) => required).map(({ name }) => name) },
    );
  };
  const media = operation.requestBody?.content['application/json'];
  return fc.record({
    operation: fc.constant(operation),
    path: parametersIn('path'),
    query: parametersIn('query'),
    headers: parametersIn('header'),
    body: media ? valuesOf(api, media.schema, known) : fc.constant(undefined),
  });
}

/** What a URL may hold: a text with half a surrogate pair cannot be written in one. */
const encode = (value: unknown) => encodeURIComponent(Buffer.from(String(value)).toString());

/** Node's client sends headers as Latin-1 without controls. */
const headerValue = (value: unknown) =>
  String(value)
    .replace(/[^\t\x20-\x7e\x80-\xff]/g, '?')
    .trim() || 'x';

function pathOf({ operation, path, query }: Draft): string {
  // A step that is empty or all dots is another path.
  const steps = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const step = encode(path[name]);
    return /^\.{0,2}$/.test(step) ? 'x' : step;
  });
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encode(value)}`);
  return pairs.length > 0 ? `${steps}?${pairs.join('&')}` : steps;
}

function validRequest(draft: Draft, key: string): FuzzRequest {
  const { operation, body } = draft;
  const headers = Object.entries(draft.headers).flatMap(([name, value]) => [
    name,
    headerValue(value),
  ]);
  return {
    operation,
    method: operation.method.toUpperCase(),
    path: pathOf(draft),
    headers: [
      ...['Authorization', `Bearer ${key}`],
      ...(body === undefined ? [] : ['Content-Type', 'application/json']),
      ...headers,
    ],
    body: body === undefined ? undefined : Buffer.from(JSON.stringify(body)),
    isValid: true,
    mayBreakHttp: false,
    what: 'nothing',
  };
}

type Spoil = (request: FuzzRequest, draft: Draft) => fc.Arbitrary<Partial<FuzzRequest>>;

const json = (value: unknown) => Buffer.from(JSON.stringify(value) ?? '');
const without = (headers: readonly string[], name: string) =>
  headers.filter((_value, index) => headers[index - (index % 2)] !== name);
const withHeader = (request: FuzzRequest, name: string, value: string) => ({
  headers: [...without(request.headers, name), name, value],
});

/** Each way to spoil a request; those that change a body need one. */
const spoils: Readonly<Record<string, Spoil>> = {
  'a member of another type': (_request, { body }) =>
    isObject(body)
      ? fc
          .tuple(fc.constantFrom(...Object.keys(body), 'text'), anyJson)
          .map(([name, value]) => ({ body: json({ ...body, [name]: value }) }))
      : anyJson.map((value) => ({ body: json(value) })),
  'a member too few': (_request, { body }) =>
    isObject(body)
      ? fc.constantFrom(...Object.keys(body), 'text').map((gone) => ({
          body: json(Object.fromEntries(Object.entries(body).filter(([name]) => name !== gone))),
        }))
      : fc.constant({ body: json({}) }),
  'a member too many': (_request, { body }) =>
    fc
      .tuple(fc.oneof(oddText, fc.constantFrom('__proto__', 'constructor', 'toString')), anyJson)
      .map(([name, value]) => ({
        body: Buffer.from(
          `${JSON.stringify(isObject(body) ? body : { a: 1 }).slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(value)}}`,
        ),
      })),
  'a body of another kind': () => anyJson.map((value) => ({ body: json(value) })),
  'a huge text': (_request, { body }) =>
    fc.constantFrom(20_000, 262_000, 270_000, 600_000).map((length) => ({
      body: json({ ...(isObject(body) ? body : {}), text: 'x'.repeat(length) }),
    })),
  'a body that is cut off': ({ body }) =>
    fc
      .nat(Math.max(0, (body?.length ?? 1) - 1))
      .map((length) => ({ body: body?.subarray(0, length) })),
  'octets for a body': () =>
    fc.uint8Array({ maxLength: 200 }).map((octets) => ({ body: Buffer.from(octets) })),
  'a body in another encoding': ({ body }) =>
    fc.constantFrom('utf16le', 'latin1', 'base64').map((encoding) => ({
      body: Buffer.from(`\ufeff${body?.toString() ?? '"é"'}`, encoding as BufferEncoding),
    })),
  'an octet changed': ({ body }) =>
    fc.tuple(fc.nat(Math.max(0, (body?.length ?? 1) - 1)), fc.nat(255)).map(([at, octet]) => {
      const changed = Buffer.from(body ?? 'x');
      changed[at] = octet;
      return { body: changed };
    }),
  'deep nesting': () =>
    fc
      .constantFrom(5_000, 60_000)
      .map((depth) => ({ body: Buffer.from(`${'['.repeat(depth)}${']'.repeat(depth)}`) })),
  'another content type': (request) =>
    fc
      .oneof(
        fc.constantFrom(
          'text/plain',
          'application/x-www-form-urlencoded',
          'application/json; charset=utf-16',
        ),
        oddText.map(headerValue),
      )
      .map((type) => withHeader(request, 'Content-Type', type)),
  'no content type': (request) =>
    fc.constant({ headers: without(request.headers, 'Content-Type') }),
  'a content encoding': (request) =>
    fc
      .constantFrom('gzip', 'br', 'x')
      .map((coding) => withHeader(request, 'Content-Encoding', coding)),
  'a strange query': (request) =>
    fc
      .oneof(
        fc.tuple(oddText, oddText).map(([name, value]) => `${encode(name)}=${encode(value)}`),
        fc.constantFrom(
          'limit=0',
          'limit=1e3',
          'limit=-1',
          'limit=1&limit=2',
          'limit=',
          'limit[]=1',
        ),
        fc.constantFrom(
          'cursor=0',
          'cursor=-1',
          'cursor=99999999999999999',
          'cursor=%00',
          '%',
          '%zz=%ff',
        ),
        fc.constantFrom(
          'status=',
          'to=%F0%9F',
          'scope=*',
          '&&&',
          '=',
          'decided=TRUE',
          '__proto__=1',
        ),
        oddText.map((value) => `limit=${encode(value.repeat(20))}`),
      )
      .map((query) => ({
        path: `${request.path}${request.path.includes('?') ? '&' : '?'}${query}`,
      })),
  'a strange step in the path': (request, { operation }) =>
    fc
      .oneof(
        oddText.map(encode),
        fc.constantFrom(
          '%',
          '%zz',
          '%ff',
          '%00',
          '%2f',
          '%2e%2e',
          '..',
          '',
          '\xff',
          'x'.repeat(5_000),
        ),
      )
      .map((step) => ({
        path: operation.path.includes('{')
          ? operation.path.replaceAll(/\{\w+\}/g, () => step)
          : `${request.path.replace(/\?.*$/, '')}/${step}`,
        operation: undefined,
      })),
  'another method': () =>
    fc
      .constantFrom('PATCH', 'OPTIONS', 'HEAD', 'PROPFIND', 'TRACE', 'PURGE', 'LINK', 'QUERY')
      .map((method) => ({ method, operation: undefined, mayBreakHttp: method === 'TRACE' })),
  'no key': (request) => fc.constant({ headers: without(request.headers, 'Authorization') }),
  'an odd key': (request) =>
    fc
      .oneof(
        fc.constantFrom(
          'Bearer',
          'Bearer ',
          'Basic dGVzdDp0ZXN0',
          'bearer x y',
          `Bearer sg_${'0'.repeat(12)}_${'x'.repeat(43)}`,
        ),
        oddText.map((text) => `Bearer ${headerValue(text)}`),
        oddText.map(headerValue),
      )
      .map((value) => withHeader(request, 'Authorization', value)),
  'headers that come twice': (request) =>
    fc
      .constantFrom('Authorization', 'Content-Type', 'Idempotency-Key', 'Accept', 'Cookie')
      .map((name) => ({
        headers: [...request.headers, name, 'one', name, 'two'],
      })),
  'a strange header': (request) =>
    fc
      .oneof(
        fc.constantFrom(
          ['Origin', 'null'],
          ['X-Http-Method-Override', 'DELETE'],
          ['Range', 'bytes=0-1'],
        ),
        fc.constantFrom(
          ['Expect', '100-continue'],
          ['If-None-Match', '*'],
          ['Upgrade', 'h2c'],
          ['Idempotency-Key', ''],
        ),
        oddText.map((text) => ['Idempotency-Key', headerValue(text.repeat(10))]),
      )
      .map(([name = '', value = '']) => ({ headers: [...request.headers, name, value] })),
  'a header that is too large': (request) =>
    fc.constant({
      headers: [...request.headers, 'X-Large', 'x'.repeat(20_000)],
      mayBreakHttp: true,
    }),
  'an expectation that nobody meets': (request) =>
    fc.constant({ headers: [...request.headers, 'Expect', 'the unexpected'], mayBreakHttp: true }),
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Valid requests and spoiled ones of every operation that `api` has. */
export function fuzzRequests(
  api: ApiDocument,
  key: string,
  known: Known,
): fc.Arbitrary<FuzzRequest> {
  const drafts = fc.oneof(...api.operations.map((operation) => draftsOf(api, operation, known)));
  return drafts.chain((draft) => {
    const valid = validRequest(draft, key);
    const spoiled = Object.entries(spoils).map(([what, spoil]) =>
      spoil(valid, draft).map(
        (change): FuzzRequest => ({ ...valid, ...change, what, isValid: false }),
      ),
    );
    return fc.oneof({ weight: 12, arbitrary: fc.constant(valid) }, ...spoiled).map(shown);
  });
}

/** A failure tells of the request, and not of all that the document says of its operation. */
function shown(request: FuzzRequest): FuzzRequest {
  const { method, path, headers, body, what } = request;
  const told = { method, path, headers, body: body?.toString('latin1').slice(0, 2_000), what };
  return { ...request, [fc.toStringMethod]: () => JSON.stringify(told) } as FuzzRequest;
}
