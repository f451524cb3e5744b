import type { AddressInfo } from 'node:net';
import { paths } from '#protocol/version.ts';
import type { Phone, TestProvince } from './province.ts';

/** Somebody who listens to a province over a real socket. */
export type Listening = {
  status: number;
  type: string | null;
  /** The next 'changed' that comes, as the units it names; undefined when the stream ends or nothing came in time. */
  next(within?: number): Promise<string[] | undefined>;
  /** Resolves once the province has ended the stream. */
  ended: Promise<void>;
  /** Why it was refused. */
  code: string | undefined;
  stop(): void;
};

export const addressOf = async (province: TestProvince): Promise<string> => {
  const app = await province.app();
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
};

export const listenTo = async (address: string, who: Pick<Phone, 'token'>): Promise<Listening> => {
  const giveUp = new AbortController();
  const response = await fetch(`${address}${paths.changes}`, {
    headers: { Authorization: `Bearer ${who.token}`, 'X-Protocol': '1' },
    signal: giveUp.signal,
  });
  // What is not read keeps the line open.
  const refusal = response.ok ? undefined : ((await response.json()) as { code: string });
  const events: string[][] = [];
  let arrived = () => {};
  const state = { over: !response.ok };
  const read = async () => {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body!) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop()!;
      for (const block of blocks) {
        const [, data] = /^event: changed\ndata: (.*)$/.exec(block) ?? [];
        if (data !== undefined) events.push((JSON.parse(data) as { units: string[] }).units);
      }
      arrived();
    }
  };
  const toTheEnd = async () => {
    // A stream that we gave up ourselves ends with an error.
    await read().catch(() => undefined);
    state.over = true;
    arrived();
  };
  const ended = response.ok ? toTheEnd() : Promise.resolve();
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    next: async (within = 3_000) => {
      const late = Date.now() + within;
      while (events.length === 0 && !state.over && Date.now() < late)
        await new Promise<void>((resolve) => {
          arrived = resolve;
          setTimeout(resolve, Math.max(1, late - Date.now()));
        });
      return events.shift();
    },
    ended,
    code: refusal?.code,
    stop: () => giveUp.abort(),
  };
};
