import { once } from 'node:events';
import { createServer, Socket, type AddressInfo } from 'node:net';

/**
 * Where a push is hit: when a part of the request (0 to 1) has arrived, so many milliseconds after it set out (around the
 * commit), or when a part of the reply has come back.
 */
export type Blow = { at: 'request' | 'reply'; part: number } | { at: 'commit'; milliseconds: number };

/** What the blow does; 'cut' when whoever would have answered is dead. */
export type Strike = () => 'cut' | 'carry-on';

export type KillingProxy = {
  port: number;
  /** Where the province listens now; undefined: nowhere. */
  leadTo(port: number | undefined): void;
  /** Waits for the next push, strikes it there, and resolves. */
  strike(blow: Blow, strike: Strike): Promise<void>;
  close(): Promise<void>;
};

const isPush = (first: Buffer) => first.toString('latin1', 0, 14) === 'POST /api/push';

/** Of a request or a reply, from its first packet, which holds its head. */
const lengthOf = (first: Buffer): number => {
  const head = first.toString('latin1');
  const end = head.indexOf('\r\n\r\n');
  const body = /\r\ncontent-length: (\d+)/i.exec(head.slice(0, end + 2))?.[1];
  return end < 0 || body === undefined ? first.length : end + 4 + Number(body);
};

const send = (to: Socket, bytes: Buffer) => new Promise<void>((sent) => to.write(bytes, () => sent()));

/** Carries bytes over; `stopAt` says from the first packet after how many of them `stop` is called, if ever. */
const carry = async (
  from: Socket,
  to: Socket,
  stopAt: (first: Buffer) => number | undefined,
  stop: () => void,
): Promise<void> => {
  let [passed, at]: [number, number | undefined] = [0, undefined];
  for await (const chunk of from as AsyncIterable<Buffer>) {
    if (passed === 0) at = stopAt(chunk);
    const left = at === undefined || at < passed ? chunk.length : Math.min(chunk.length, at - passed);
    await send(to, chunk.subarray(0, left));
    if (at !== undefined && passed < at && passed + left >= at) stop();
    if (left < chunk.length) await send(to, chunk.subarray(left));
    passed += chunk.length;
  }
  to.end();
};

/** Bytes between phones and the province, counted as they pass: one request a connection. */
export const killingProxy = async (): Promise<KillingProxy> => {
  let target: number | undefined;
  let next: { blow: Blow; strike: Strike; struck: () => void } | undefined;
  const open = new Set<Socket>();

  const connect = (phone: Socket) => {
    if (target === undefined) return void phone.destroy();
    const province = new Socket().connect(target, '127.0.0.1');
    const cut = () => {
      phone.destroy();
      province.destroy();
    };
    for (const socket of [phone, province]) {
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => open.delete(socket));
    }
    let mine: typeof next;
    const hit = () => {
      if (!mine) return;
      const { strike, struck } = mine;
      mine = undefined;
      if (strike() === 'cut') cut();
      struck();
    };
    const partOf = (first: Buffer, side: 'request' | 'reply') =>
      mine?.blow.at === side ? Math.max(1, Math.ceil(mine.blow.part * lengthOf(first))) : undefined;
    const ask = (first: Buffer) => {
      if (next && isPush(first)) [mine, next] = [next, undefined];
      if (mine?.blow.at === 'commit') setTimeout(hit, mine.blow.milliseconds);
      return partOf(first, 'request');
    };
    carry(phone, province, ask, hit).catch(cut);
    carry(province, phone, (first) => partOf(first, 'reply'), hit)
      // It ended before it came that far.
      .finally(hit)
      .catch(cut);
  };

  const server = createServer({ allowHalfOpen: true }, connect).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (port) => void (target = port),
    strike: (blow, strike) => new Promise((struck) => void (next = { blow, strike, struck })),
    close: async () => {
      open.forEach((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
};
