import { gunzipSync } from 'node:zlib';
import { BundleAnswer } from '#protocol/bundle.ts';
import { decodePullPage, pullQuery } from '#protocol/pull.ts';
import { encodePush } from '#protocol/push.ts';
import { readAs } from '#protocol/read.ts';
import { Receipt } from '#protocol/receipt.ts';
import type { Refusal } from '#protocol/refusals.ts';
import { KeyAnswer } from '#protocol/sign-in.ts';
import { paths, protocolVersion } from '#protocol/version.ts';
import type { Outcome, Province } from '#sync/ports.ts';
import type { Line } from './network.ts';
import type { WireAnswer, WireRequest } from './wire.ts';

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
};

const bytesOf = (text: string) => new TextEncoder().encode(text);

const unpacked = ({ headers, body }: WireAnswer): Uint8Array => {
  try {
    return headers['content-encoding'] === 'gzip' ? new Uint8Array(gunzipSync(body)) : body;
  } catch {
    return new Uint8Array();
  }
};

/** The province as a phone with this token reaches it over a line, with the codec of the app. */
export const provinceByWire = (line: Line, token: () => Promise<string>, encoding = 'gzip'): Province => {
  const ask = async <Answer>(
    request: WireRequest,
    read: (bytes: Uint8Array) => Answer | undefined,
  ): Promise<Outcome<Answer>> => {
    const headers = {
      'x-protocol': String(protocolVersion),
      authorization: `Bearer ${await token()}`,
      'accept-encoding': encoding,
      ...request.headers,
    };
    const answer = await line({ ...request, headers });
    if (answer === 'silence' || answer === 'time-out') return { kind: 'unreachable', timedOut: answer === 'time-out' };
    const bytes = unpacked(answer);
    if (answer.status >= 400) {
      const refusal = parsed(bytes) as Refusal | undefined;
      if (typeof refusal?.code !== 'string') return { kind: 'unreachable', timedOut: false };
      const { 'retry-after': seconds } = answer.headers;
      return { kind: 'refused', refusal, ...(seconds !== undefined && { retryAfter: Number(seconds) }) };
    }
    const value = read(bytes);
    return value === undefined ? { kind: 'unreachable', timedOut: false } : { kind: 'answered', answer: value };
  };

  return {
    push: async (batch) =>
      ask(
        {
          method: 'POST',
          url: paths.push,
          headers: { 'content-type': 'application/cbor', 'content-encoding': 'gzip' },
          body: await encodePush({ version: protocolVersion, ...batch }),
        },
        (bytes) => readAs(Receipt, parsed(bytes)),
      ),
    pull: (question) =>
      ask({ method: 'GET', url: `${paths.pull}?${pullQuery(question)}`, headers: {} }, decodePullPage),
    view: (name) => ask<unknown>({ method: 'GET', url: name, headers: {} }, parsed),
    deliver: (bundle) =>
      ask(
        { method: 'POST', url: paths.bundle, headers: { 'content-type': 'text/plain' }, body: bytesOf(bundle) },
        (bytes) => readAs(BundleAnswer, parsed(bytes)),
      ),
    registerKey: (key) =>
      ask(
        {
          method: 'POST',
          url: paths.key,
          headers: { 'content-type': 'application/json' },
          body: bytesOf(JSON.stringify({ key })),
        },
        (bytes) => readAs(KeyAnswer, parsed(bytes)),
      ),
  };
};
