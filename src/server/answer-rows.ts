import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { writeCsv } from '#model/csv.ts';
import { sendCompressed } from './compressed.ts';

export type Columns<Row> = readonly (readonly [head: string, cell: (row: Row) => string | number | boolean | null])[];

/** What a program says it takes; JSON unless it would rather have CSV. */
export const formatWanted = ({ headers }: FastifyRequest, said: 'json' | 'csv' | undefined): 'json' | 'csv' => {
  if (said !== undefined) return said;
  const qualityOf = (kind: string): number => {
    const wishes = String(headers.accept ?? '*/*').split(',');
    const named = wishes.find((wish) => wish.trim().toLowerCase().startsWith(kind));
    return named === undefined ? 0 : Number(/;\s*q=([\d.]+)/i.exec(named)?.[1] ?? 1);
  };
  return qualityOf('text/csv') > qualityOf('application/json') ? 'csv' : 'json';
};

const said = (value: string | number | boolean | null): string => (value === null ? '' : String(value));

/** The mark of an answer, the same for the same rows: whoever has them already is told so, and sent nothing. */
const markOf = (text: string): string => `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;

const has = ({ headers }: FastifyRequest, mark: string): boolean =>
  String(headers['if-none-match'] ?? '')
    .split(',')
    .map((one) => one.trim())
    .some((one) => one === '*' || one === mark || `W/${one}` === mark);

/**
 * Sends a page of rows as JSON or CSV, with where the next one is (`Link`), or 304 to whoever has it already. Every answer
 * may be kept, and has to be asked after each time.
 */
export const answerRows = async <Row>(
  request: FastifyRequest,
  reply: FastifyReply,
  { rows, next, format, columns }: { rows: Row[]; next: string | null; format: 'json' | 'csv'; columns: Columns<Row> },
): Promise<FastifyReply> => {
  const table = () => [columns.map(([head]) => head), ...rows.map((row) => columns.map(([, cell]) => said(cell(row))))];
  const text = format === 'csv' ? writeCsv(table()) : JSON.stringify({ data: rows, next });
  const mark = markOf(`${format} ${next ?? ''} ${text}`);
  const headers = { 'Cache-Control': 'private, no-cache', Vary: 'Accept, Accept-Encoding', ETag: mark };
  if (next !== null) reply.header('Link', `<${nextAddress(request, next)}>; rel="next"`);
  if (has(request, mark)) return reply.code(304).headers(headers).send();
  const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8';
  return sendCompressed(request, reply, Buffer.from(text), type, headers);
};

const nextAddress = ({ url }: FastifyRequest, next: string): string => {
  const [path, query] = url.split('?');
  const asked = new URLSearchParams(query);
  asked.set('cursor', next);
  return `${path}?${asked.toString()}`;
};
