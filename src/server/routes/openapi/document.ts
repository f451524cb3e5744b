import { toJsonSchema } from '@valibot/to-json-schema';
import { statusOf, type RequestRefusalCode } from '#protocol/refusals.ts';
import packageJson from '../../../../package.json' with { type: 'json' };
import { described } from './described.ts';
import { RefusalAnswer } from './refusal-answer.ts';
import type { Described, Schema } from './description.ts';

const schemaOf = (schema: Schema, way: 'input' | 'output') => {
  // Checks written as functions (a day, a period) have no JSON Schema; the types around them do.
  const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: 'ignore', typeMode: way });
  return rest;
};

const rowsInCsv = 'The same rows, UTF-8 with a byte order mark; the next page stands in the header Link';

const contentOfAnswer = (answer: Described['answer']) => {
  if (answer === null) return {};
  if (typeof answer === 'object' && 'picture' in answer)
    return { content: { 'image/jpeg': { schema: { type: 'string', format: 'binary', description: answer.picture } } } };
  if (typeof answer === 'object' && 'calendar' in answer)
    return { content: { 'text/calendar': { schema: { type: 'string', description: answer.calendar } } } };
  if (typeof answer === 'object' && 'events' in answer)
    return { content: { 'text/event-stream': { schema: { type: 'string', description: answer.events } } } };
  if (typeof answer === 'object' && 'rows' in answer)
    return {
      content: {
        ...contentOf(answer.rows, 'output'),
        'text/csv': { schema: { type: 'string', description: rowsInCsv } },
      },
    };
  return { content: contentOf(answer, 'output') };
};

const isText = (content: Schema | { text: string }): content is { text: string } => 'text' in content;

const contentOf = (content: Schema | string | { text: string }, way: 'input' | 'output') => {
  if (typeof content !== 'string' && isText(content))
    return { 'text/plain': { schema: { type: 'string', description: content.text } } };
  return typeof content === 'string'
    ? { 'application/cbor': { schema: { type: 'string', format: 'binary', description: content } } }
    : { 'application/json': { schema: schemaOf(content, way) } };
};

const closedRefusals: RequestRefusalCode[] = ['sign-in-needed', 'token-stale', 'device-revoked', 'person-disabled'];
const readingRefusals: RequestRefusalCode[] = [
  'access-token-needed',
  'access-token-unknown',
  'access-token-expired',
  'access-token-revoked',
  'token-too-busy',
];
const everywhere: RequestRefusalCode[] = ['app-too-old', 'province-too-old', 'province-busy', 'province-failed'];

const refusalsOf = ({ open, read, refusals }: Described) => {
  const ofTokens = open ? [] : read ? readingRefusals : closedRefusals;
  const codes = [...new Set([...refusals, ...ofTokens, ...everywhere])];
  const statuses = [...new Set(codes.map(statusOf))];
  return statuses.map((status) => {
    const description = codes.filter((code) => statusOf(code) === status).join(', ');
    return [
      String(status),
      { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } } },
    ];
  });
};

const operationOf = (one: Described) => ({
  summary: one.summary,
  ...(one.open && { security: [] }),
  ...(one.read && { security: [{ access: [] }] }),
  ...(one.path.includes('{') && {
    parameters: [...one.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
  }),
  ...(one.query && {
    parameters: Object.entries(one.query).map(([name, { about, required = false, type }]) => ({
      name,
      in: 'query',
      required,
      description: about,
      schema: { type },
    })),
  }),
  ...(one.body && { requestBody: { required: true, content: contentOf(one.body, 'input') } }),
  responses: {
    [one.done ?? 200]: { description: 'Done', ...contentOfAnswer(one.answer) },
    ...(one.read && { 304: { description: 'Unchanged since the ETag in If-None-Match' } }),
    ...Object.fromEntries(refusalsOf(one)),
  },
});

/** OpenAPI 3.1 of everything under /api, made from the schemas that the answers are checked against. */
export const openapiDocument = () => ({
  openapi: '3.1.0',
  info: { title: 'Sổ tay 06', version: packageJson.version, license: { name: 'MIT', identifier: 'MIT' } },
  security: [{ token: [] }],
  paths: Object.fromEntries(
    described.map(({ path }) => [
      path,
      Object.fromEntries(described.filter((one) => one.path === path).map((one) => [one.method, operationOf(one)])),
    ]),
  ),
  components: {
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', description: 'Of a signed-in device' },
      access: { type: 'http', scheme: 'bearer', description: 'Of another system: st06_…' },
    },
    schemas: { Refusal: schemaOf(RefusalAnswer, 'output') },
  },
});
