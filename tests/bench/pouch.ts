import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Operation } from '#model/operation.ts';
import { newPhone } from '../support/phone.ts';
import { countingWay, withoutNetwork, type LineName, type Traffic } from './line.ts';
import { closingAll } from './opened.ts';
import { home, installPeers } from './peers/install.ts';

const couchServer = async () => {
  const child = spawn(process.execPath, ['couch.cjs'], { cwd: home, stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    port: Number(port.toString()),
    close: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
};

/** An entry as a document: what PouchDB is given to carry says the same as ours, under as short a name. */
const asDocument = ({ device, seq, at, unit, body }: Operation) => ({ _id: `${device}-${seq}`, unit, at, ...body });

const pageScript = `globalThis.bench = {
  written: 0,
  async put(address, documents) { await new PouchDB(address).bulkDocs(documents); },
  async replicate(direction, address, options) {
    const local = new PouchDB('team');
    await local.info();
    const moving = direction === 'push' ? local.replicate.to(address, options) : local.replicate.from(address, options);
    moving.on('change', ({ docs_written }) => { bench.written = docs_written; });
    const { ok, docs_written } = await moving;
    if (!ok) throw new Error('not replicated');
    return { written: docs_written, ended: Date.now() };
  },
}`;

/** Seconds PouchDB takes in a real Chromium, from the call of replicate to its end. `batch`: documents, or its default. */
export const pouchSeconds = (
  direction: 'push' | 'pull',
  line: LineName,
  operations: Operation[],
  batch: number | undefined,
  progress: (done: number) => void,
): Promise<{ seconds: number; traffic: Traffic }> =>
  closingAll(async (later) => {
    installPeers();
    const couch = await couchServer();
    later(() => couch.close());
    const way = await countingWay(couch.port);
    later(() => way.close());
    const phone = await newPhone();
    later(() => phone.remove());
    const page = await phone.tab(way.url);
    const call = <T>(name: string, ...words: unknown[]) =>
      page.evaluate<T>(`bench.${name}(${words.map((word) => JSON.stringify(word)).join(', ')})`);

    await page.evaluate(pageScript);
    const remote = `${way.url}/db/team`;
    const documents = operations.map(asDocument);
    for (let from = 0; from < documents.length; from += 2_000)
      await call('put', direction === 'push' ? 'team' : remote, documents.slice(from, from + 2_000));
    // The server has its database, as it would; making it is no part of the exchange.
    await call('put', remote, []);
    const { giveLine } = await withoutNetwork(page);
    await giveLine(line);
    way.reset();
    const started = Date.now();
    const watching = setInterval(() => void page.evaluate<number>('bench.written').then(progress, () => {}), 30_000);
    later(() => clearInterval(watching));
    const options = batch === undefined ? {} : { batch_size: batch };
    const { written, ended } = await call<{ written: number; ended: number }>('replicate', direction, remote, options);
    if (written !== operations.length) throw new Error(`PouchDB moved ${written} of ${operations.length}`);
    return { seconds: (ended - started) / 1000, traffic: way.traffic() };
  });
