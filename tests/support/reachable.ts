import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** A listening server, and the browser's fetch bent to it: the app asks for paths, as on its own origin. */
export type Reachable = { stop(): Promise<void> };

const bendFetch = (port: number): (() => void) => {
  const { fetch } = globalThis;
  globalThis.fetch = (path, init) => fetch(new URL(String(path), `http://127.0.0.1:${port}`), init);
  return () => void (globalThis.fetch = fetch);
};

/** What stands in the province's place answers every request: a captive portal, a broken proxy. */
export const reachListener = async (listener: RequestListener): Promise<Reachable> => {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const unbend = bendFetch((server.address() as AddressInfo).port);
  return {
    stop: async () => {
      unbend();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};

/** The province itself, over a socket. */
export const reachProvince = async (app: FastifyInstance): Promise<Reachable> => {
  await app.listen({ port: 0, host: '127.0.0.1' });
  const unbend = bendFetch((app.server.address() as AddressInfo).port);
  return {
    stop: async () => {
      unbend();
      const closed = app.close();
      // After a request that was given up, fetch may open a line on which none ever comes.
      const cutting = setInterval(() => app.server.closeAllConnections(), 20);
      await closed;
      clearInterval(cutting);
    },
  };
};
