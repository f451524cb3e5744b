import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** The way between a phone and the province: it can go, and it can lose a reply. */
export type Signal = {
  /** Where the phone finds the province, through this way. */
  url: string;
  lose(): void;
  regain(): void;
  /**
   * The next request that starts so ("POST /api/push") goes through; its reply does not. Resolves when the reply came, and
   * with it the knowledge that the province has committed; by then the signal is lost.
   */
  loseReplyTo(request: string): Promise<void>;
  close(): Promise<void>;
};

export const signalTo = async (port: number): Promise<Signal> => {
  const open = new Set<Socket>();
  let there = true;
  let doomed: { request: string; done: () => void } | undefined;

  const cutAll = () => open.forEach((socket) => socket.destroy());
  const server = createServer((phone) => {
    if (!there) {
      phone.destroy();
      return;
    }
    const province = connect(port, '127.0.0.1');
    let losing: (() => void) | undefined;
    for (const [from, to] of [
      [phone, province],
      [province, phone],
    ] as const) {
      open.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
    }
    phone.on('data', (bytes) => {
      if (doomed && bytes.includes(doomed.request)) {
        losing = doomed.done;
        doomed = undefined;
      }
      province.write(bytes);
    });
    province.on('data', (bytes) => {
      if (!losing) {
        phone.write(bytes);
        return;
      }
      there = false;
      cutAll();
      losing();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    lose: () => {
      there = false;
      cutAll();
    },
    regain: () => {
      there = true;
    },
    loseReplyTo: (request) => new Promise((done) => (doomed = { request, done })),
    close: async () => {
      cutAll();
      server.close();
      await once(server, 'close');
    },
  };
};
