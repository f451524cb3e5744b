import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Page } from 'playwright-core';

/** What a village has: bytes a second each way, and milliseconds until the first byte of an answer. */
export const lines = {
  '2g': { bytesPerSecond: 15_000, latency: 800 },
  '3g': { bytesPerSecond: 50_000, latency: 400 },
} as const;
export type LineName = keyof typeof lines;

const offline = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

/** Takes the page's network away, and gives it this line later. Its service worker passes requests on and makes none. */
export const withoutNetwork = async (page: Page) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', offline);
  return {
    giveLine: async (name: LineName) => {
      const { bytesPerSecond, latency } = lines[name];
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency,
        downloadThroughput: bytesPerSecond,
        uploadThroughput: bytesPerSecond,
      });
    },
  };
};

export type Traffic = { requests: number; up: number; down: number };

/** A way to a server on this machine that counts requests, and bytes with their headers, and changes nothing. */
export const countingWay = async (port: number) => {
  const traffic: Traffic = { requests: 0, up: 0, down: 0 };
  const open = new Set<Socket>();
  const server = createServer((asker) => {
    const answerer = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [asker, answerer],
      [answerer, asker],
    ] as const) {
      open.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
      from.on('data', (bytes) => void to.write(bytes));
    }
    asker.on('data', (bytes) => {
      traffic.up += bytes.length;
      // A browser sends one request at a time on a connection, and starts each in a packet of its own.
      if (/^[A-Z]{3,7} \/\S* HTTP\/1\.1\r/.test(bytes.subarray(0, 2000).toString('latin1'))) traffic.requests += 1;
    });
    answerer.on('data', (bytes) => (traffic.down += bytes.length));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    reset: () => void Object.assign(traffic, { requests: 0, up: 0, down: 0 }),
    traffic: (): Traffic => ({ ...traffic }),
    close: async () => {
      open.forEach((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
};
