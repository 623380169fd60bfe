/** Values that a schema of the OpenAPI document takes, and values that no schema expects. */
import fc from 'fast-check';
import type { ApiDocument, JsonSchema } from '../openapi-document.js';

/** What makes requests meet: numbers, ids and names that exist, by the name of their member. */
export type Known = Readonly<Record<string, fc.Arbitrary<unknown>>>;

const characters = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 1, minLength: 1 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 1, minLength: 1 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 1, minLength: 1 }) },
  // NUL and other controls, halves of pairs, directions, joiners, what JSON and HTML escape.
  fc.constantFrom(
    '\0',
    '\u0007',
    '\u007f',
    '\ud800',
    '\udfff',
    '\u202e',
    '\u200d',
    '\ufeff',
    '\u2028',
  ),
  fc.constantFrom('"', '\\', '<', "'", '%', '€', 'é', '{optout_link}'),
);

export const oddText = fc.string({ unit: characters, maxLength: 80 });

/** Any JSON at all, also deep in itself. */
export const anyJson = fc.oneof(
  fc.jsonValue({ depthSize: 'small' }),
  oddText,
  fc.constantFrom(null, true, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER + 1, '', [], {}),
  fc.integer({ min: 1, max: 2_000 }).map(nested),
);

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
}

/** Values that `schema` takes; those of a member that is in `known` are mostly taken from there. */
export function valuesOf(
  api: ApiDocument,
  schema: JsonSchema,
  known: Known,
): fc.Arbitrary<unknown> {
  const resolved = api.resolve(schema);
  const { type, enum: listed, const: only, anyOf } = resolved;
  if (only !== undefined) return fc.constant(only);
  if (Array.isArray(listed)) return fc.constantFrom(...listed);
  if (Array.isArray(anyOf)) {
    return fc.oneof(...anyOf.map((one: JsonSchema) => valuesOf(api, one, known)));
  }
  switch (type) {
    case 'string':
      return textsOf(resolved);
    case 'integer':
    case 'number':
      return fc.integer({
        min: Number(resolved.minimum ?? -1_000),
        max: Number(resolved.maximum ?? 1_000),
      });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(valuesOf(api, resolved.items as JsonSchema, known), {
        minLength: Number(resolved.minItems ?? 1),
        maxLength: 5,
      });
    case 'object':
      return objectsOf(api, resolved, known);
    default:
      return anyJson;
  }
}

function objectsOf(api: ApiDocument, schema: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const members = Object.entries(schema.properties as Record<string, JsonSchema>);
  const required = schema.required as string[] | undefined;
  return fc.record(
    Object.fromEntries(
      members.map(([name, member]) => [name, namedValuesOf(api, name, member, known)]),
    ),
    { requiredKeys: required ?? [] },
  );
}

export function namedValuesOf(
  api: ApiDocument,
  name: string,
  schema: JsonSchema,
  known: Known,
): fc.Arbitrary<unknown> {
  const values = valuesOf(api, schema, known);
  const familiar = known[name];
  return familiar === undefined
    ? values
    : fc.oneof({ weight: 4, arbitrary: familiar }, { weight: 1, arbitrary: values });
}

function textsOf(schema: JsonSchema): fc.Arbitrary<string> {
  const minLength = Number(schema.minLength ?? 0);
  const maxLength = Number(schema.maxLength ?? 200);
  const isLong = (text: string) => text.length >= minLength && text.length <= maxLength;
  if (schema.format === 'date-time') {
    return fc
      .date({ min: new Date('1970-01-01'), max: new Date('8999-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
  }
  const pattern = typeof schema.pattern === 'string' ? new RegExp(schema.pattern) : undefined;
  if (pattern && !pattern.source.includes('(?')) return fc.stringMatching(pattern).filter(isLong);
  const texts = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.string({ unit: characters, minLength, maxLength: Math.min(maxLength, 80) }),
    },
    // As long as it may be, or nearly.
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 0, max: 2 })
        .map((less) => 'x'.repeat(Math.max(minLength, maxLength - less))),
    },
  );
  return texts.filter((text) => isLong(text) && (pattern?.test(text) ?? true));
}
