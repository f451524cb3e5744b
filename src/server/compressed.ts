import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Bytes under which a packet is a packet, compressed or not. */
const worthwhile = 512;

const accepts = (request: FastifyRequest, coding: string): boolean =>
  String(request.headers['accept-encoding'] ?? '')
    .split(',')
    .map((wish) =>
      wish
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/),
    )
    .some(([name, quality = '1']) => name === coding && Number(quality) > 0);

/**
 * Sends bytes as small as the asker can take them. Browsers offer brotli over HTTPS and on localhost only, hence gzip.
 * Off the main thread: zlib's own threads do the work.
 */
export const sendCompressed = async (
  request: FastifyRequest,
  reply: FastifyReply,
  bytes: Uint8Array,
  contentType: string,
  headers: Record<string, string> = { 'Cache-Control': 'no-store', Vary: 'Accept-Encoding' },
): Promise<FastifyReply> => {
  reply.type(contentType).headers(headers);
  if (bytes.length >= worthwhile && accepts(request, 'br')) {
    const parameters = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    return reply.header('Content-Encoding', 'br').send(await brotli(bytes, { params: parameters }));
  }
  if (bytes.length >= worthwhile && accepts(request, 'gzip'))
    return reply.header('Content-Encoding', 'gzip').send(await zip(bytes));
  return reply.send(Buffer.from(bytes));
};
