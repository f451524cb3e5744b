import type { FastifyInstance } from 'fastify';

export type WireRequest = {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: Uint8Array;
};
export type WireAnswer = { status: number; headers: Record<string, unknown>; body: Uint8Array };

/** Bytes to a web server and bytes back; silence when it died over them. */
export type Wire = (request: WireRequest) => Promise<WireAnswer | 'silence'>;

/** Straight into the server's own routes, without a socket. */
export const wireInto =
  (app: () => Promise<FastifyInstance>) =>
  async ({ method, url, headers, body }: WireRequest): Promise<WireAnswer> => {
    const answer = await (await app()).inject({ method, url, headers, ...(body && { payload: Buffer.from(body) }) });
    return { status: answer.statusCode, headers: answer.headers, body: new Uint8Array(answer.rawPayload) };
  };
