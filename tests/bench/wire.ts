import { brotliCompressSync, constants } from 'node:zlib';
import { encodePullPage } from '#protocol/pull.ts';
import { encodePush } from '#protocol/push.ts';
import { protocolVersion } from '#protocol/version.ts';
import { encode } from 'cborg';
import type { EntryContent } from '#model/entry-content.ts';
import type { Operation } from '#model/operation.ts';
import { figure, type Figure } from './figure.ts';
import { outreachOperations } from './records.ts';

const brotli = (bytes: Uint8Array, quality: number) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });

/**
 * The least anybody would expect these records to take: each field a column of plain CBOR, and the slowest, strongest
 * compression there is. No phone could afford it; it is a mark to measure from.
 */
const floorOf = (operations: readonly Operation[]): number => {
  const bodies = operations.map(({ body }) => body as EntryContent);
  const measures = [...new Set(bodies.flatMap(({ counts }) => Object.keys(counts)))];
  const columns = {
    device: operations[0]!.device,
    first: operations[0]!.seq,
    unit: operations[0]!.unit,
    at: operations.map(({ at }, i) => at - (operations[i - 1]?.at ?? 0)),
    date: bodies.map(
      ({ date }, i) => (Date.parse(date) - Date.parse(bodies[i - 1]?.date ?? bodies[0]!.date)) / 86_400_000,
    ),
    place: bodies.map(({ place }) => place),
    channel: bodies.map(({ channel }) => channel),
    counts: Object.fromEntries(measures.map((measure) => [measure, bodies.map(({ counts }) => counts[measure] ?? 0)])),
    services: bodies.map(({ services }) => services ?? 0),
    note: bodies.map(({ note }) => note ?? ''),
  };
  return brotli(encode(columns), 11).length / operations.length;
};

export const wireUp = async (size: number): Promise<Figure> => {
  const operations = outreachOperations(size);
  const body = await encodePush({ version: protocolVersion, device: 17, waiting: size, operations });
  return figure(`wire-up-${size}`, body.length / size, 'bytes/record', floorOf(operations));
};

/** As the province sends it to a phone whose browser takes brotli: quality 5, affordable for every answer. */
export const wireDown = (size: number): Figure => {
  const operations = outreachOperations(size);
  const page = encodePullPage({
    cursor: size,
    more: false,
    at: operations[size - 1]!.at,
    holding: { highestSeq: 0, totals: {} },
    situation: null,
    operations: operations.map((operation, i) => ({
      ...operation,
      number: i + 1,
      by: 3,
      receivedAt: operation.at + 40,
    })),
  });
  return figure(`wire-down-${size}`, brotli(page, 5).length / size, 'bytes/record', floorOf(operations));
};
