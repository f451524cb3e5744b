import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { encodePush } from '#protocol/push.ts';
import { paths, protocolVersion } from '#protocol/version.ts';
import { figure, inTurn, type Figure } from './figure.ts';
import { openBenchProvince } from './province.ts';
import { outreachOperations } from './records.ts';

const rowsARound = (batch: number) => (batch < 100 ? 2_000 : 10_000);

/** The least a durable row takes: one table, one prepared statement, one transaction a batch, the same pragmas. */
const rawRows = async (batch: number, rows: number): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'so-tay-06-bench-'));
  const database = new Database(join(folder, 'raw.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(
    'create table operation (device integer, seq integer, number integer, unit text, at integer, kind text, body text, primary key (device, seq))',
  );
  const insert = database.prepare('insert into operation values (?, ?, ?, ?, ?, ?, ?)');
  const records = outreachOperations(rows).map(
    ({ device, seq, unit, at, kind, body }) => [device, seq, seq, unit, at, kind, JSON.stringify(body)] as const,
  );
  const started = performance.now();
  for (let from = 0; from < rows; from += batch) {
    database.exec('begin');
    for (const record of records.slice(from, from + batch)) insert.run(...record);
    database.exec('commit');
  }
  const seconds = (performance.now() - started) / 1000;
  database.close();
  rmSync(folder, { recursive: true });
  return rows / seconds;
};

/** Ours: over HTTP on this machine, through every check, into ledger, entries and roll-ups, acknowledged one by one. */
const ourRows = async (batch: number, rows: number): Promise<number> => {
  const province = await openBenchProvince();
  const { device, unit, token, address } = province;
  const operations = outreachOperations(rows, { device, unit });
  const bodies: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; from < rows; from += batch) {
    const run = operations.slice(from, from + batch);
    bodies.push(await encodePush({ version: protocolVersion, device, waiting: rows - from, operations: run }));
  }
  const headers = {
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/cbor',
    'Content-Encoding': 'gzip',
    'X-Protocol': String(protocolVersion),
  };
  const started = performance.now();
  for (const body of bodies) {
    const response = await fetch(`${address}${paths.push}`, { method: 'POST', headers, body });
    const receipt = (await response.json()) as { refused?: unknown[] };
    if (!response.ok || receipt.refused?.length !== 0)
      throw new Error(`The province refused what the bench sends: ${JSON.stringify(receipt).slice(0, 300)}`);
  }
  const seconds = (performance.now() - started) / 1000;
  await province.close();
  return rows / seconds;
};

export const ingest = async (batch: number): Promise<Figure> => {
  const rows = rowsARound(batch);
  const { ours, reference } = await inTurn(
    3,
    () => ourRows(batch, rows),
    () => rawRows(batch, rows),
  );
  return figure(`ingest-${batch}`, ours, 'rows/s', reference);
};
