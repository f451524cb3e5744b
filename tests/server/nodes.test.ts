import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Operation } from '#model/operation.ts';
import { encodePush } from '#protocol/push.ts';
import { paths, protocolVersion } from '#protocol/version.ts';
import { buildApp } from '#server/app.ts';
import type { ProvinceDatabase } from '#server/province.ts';
import { backUp } from '#server/storage/backup.ts';
import { changeSettings } from '#server/storage/change-settings.ts';
import { lockCommune } from '#server/storage/commune-head.ts';
import { acceptBatch } from '#server/storage/ledger.ts';
import { openPostgres } from '#server/storage/postgres.ts';
import { pullPage } from '#server/storage/pull.ts';
import { restore } from '#server/storage/restore.ts';
import { readSettings } from '#server/storage/settings.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { seededChance } from '../support/likely.ts';
import { numberedBySequence, prepareSequence } from '../support/numbered-by-sequence.ts';
import { record } from '../support/operations.ts';
import { postgresOfItsOwn, type Place } from '../support/places.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';
import { mustBeSound } from '../support/sound.ts';

const commune = '18124';
let place: Place;
let province: TestProvince;
let others: ProvinceDatabase[];

/** One more node's connection to the same database. */
const another = (options: Parameters<typeof openPostgres>[1] = {}): ProvinceDatabase => {
  const db = openPostgres(place.env['DATABASE_URL']!, options);
  others.push(db);
  return db;
};

beforeEach(async () => {
  place = await postgresOfItsOwn();
  others = [];
  province = await createProvince({ open: place.open });
});
afterEach(async () => {
  await mustBeSound(province.db);
  await Promise.all(others.map((db) => db.destroy()));
  await province.close();
  place.clear();
});

const evening = (phone: Phone, seq: number) =>
  record(eveningInThon2({ counts: { VNEID_CAI: seq } }), { device: phone.device, seq, unit: phone.person.unit });
const batchOf = ({ device }: Phone, operations: Operation[]) => ({
  version: protocolVersion,
  device,
  waiting: operations.length,
  operations,
});
const nameOf = ({ device, seq }: { device: number; seq: number }) => `${device}-${seq}`;

/** Resolves when that many transactions wait for a lock, or `over` has come to its end. */
const waiting = async (db: ProvinceDatabase, many: number, over: Promise<unknown>) => {
  const until = { ended: false };
  const end = () => void (until.ended = true);
  over.then(end, end);
  while (!until.ended) {
    const { rows } = await sql<{ count: number }>`select count(*) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    if (rows[0]!.count >= many) return;
    await new Promise((later) => setTimeout(later, 10));
  }
};

/** Resolves when told to, and tells when it has been reached. */
const gate = () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
};

/**
 * Hoa's push has its number and is held up before it commits; Lan's comes later, on another node. Nam reads as soon as
 * either is through or both wait, and again when both are through. What did he never see?
 */
const neverSeen = async (nodes: [ProvinceDatabase, ProvinceDatabase]): Promise<string[]> => {
  const [hoa, lan, nam] = [
    await province.phone('villageMember'),
    await province.phone('villageMember'),
    await province.phone('villageLead'),
  ];
  const [held, release] = [gate(), gate()];
  // Whoever writes this entry now waits until it is known whether somebody else has.
  const holding = province.db
    .transaction()
    .execute(async (tx) => {
      const entry = {
        id: `${hoa.device}-1`,
        device: hoa.device,
        commune_id: commune,
        unit_id: '',
        period: '',
        date: '',
      };
      await tx
        .insertInto('entry')
        .values({ ...entry, withdrawn: 0, entry: '{}', received_at: 0 })
        .execute();
      held.open();
      await release.opened;
      throw new Error('Nobody has');
    })
    .catch(() => {});
  await held.opened;

  const { clock } = province;
  const first = acceptBatch({ db: nodes[0], clock }, hoa, batchOf(hoa, [evening(hoa, 1)]));
  await waiting(province.db, 1, first);
  const second = acceptBatch({ db: nodes[1], clock }, lan, batchOf(lan, [evening(lan, 1)]));
  await waiting(province.db, 2, second);
  const question = { own: true, situation: '' };
  const before = await pullPage(province, nam, { cursor: 0, ...question });
  release.open();
  await Promise.all([holding, first, second]);
  const after = await pullPage(province, nam, { cursor: before.cursor, ...question });
  const seen = new Set([...before.operations, ...after.operations].map(nameOf));
  return [`${hoa.device}-1`, `${lan.device}-1`].filter((name) => !seen.has(name));
};

test('L1: a cursor skips nothing when a transaction that was numbered first would commit last', async () => {
  expect(await neverSeen([another(), another()])).toEqual([]);
});

test('L1: the same reader does miss an entry when numbers come from a global sequence', async () => {
  await prepareSequence(province.db, commune);
  expect(await neverSeen([numberedBySequence(another()), numberedBySequence(another())])).toEqual(['1-1']);
});

test('L1, P3, M1: two nodes, six phones, batches sent to both nodes at once: readers see everything once, in order', async () => {
  const chance = seededChance(3);
  const dbs = [another(), another()];
  const options = { trustProxy: false, logger: false, behindTls: false } as const;
  const nodes = await Promise.all(dbs.map((db) => buildApp({ db, clock: province.clock }, options)));
  const villages = ['18124-01', '18124-02', '18124-03'];
  const phones = await Promise.all(
    [...villages, ...villages].map((village) => province.phone('villageMember', village)),
  );
  const statuses = new Set<number>();

  const send = async (node: number, phone: Phone, operations: Operation[]): Promise<void> => {
    const answer = await nodes[node]!.inject({
      method: 'POST',
      url: paths.push,
      payload: Buffer.from(await encodePush(batchOf(phone, operations))),
      headers: {
        authorization: `Bearer ${phone.token}`,
        'content-type': 'application/cbor',
        'content-encoding': 'gzip',
      },
    });
    statuses.add(answer.statusCode);
    if (answer.statusCode === 503) await send(node, phone, operations);
  };
  const work = async (phone: Phone) => {
    for (let seq = 1; seq <= 36; seq += 3) {
      const batch = [0, 1, 2].map((i) => evening(phone, seq + i));
      const node = chance() < 0.5 ? 0 : 1;
      await Promise.all([send(node, phone, batch), ...(chance() < 0.3 ? [send(1 - node, phone, batch)] : [])]);
    }
  };
  let working = true;
  const readers = villages.map(async (village) => {
    const reader = await province.phone('villageLead', village);
    const seen: string[] = [];
    for (let cursor = 0, last = false; ; last = !working) {
      const db = dbs[chance() < 0.5 ? 0 : 1]!;
      const page = await pullPage({ db, clock: province.clock }, reader, { cursor, own: true, situation: '' }, 7);
      expect(page.cursor).toBeGreaterThanOrEqual(cursor);
      seen.push(...page.operations.map(nameOf));
      cursor = page.cursor;
      if (last && !page.more) return seen;
    }
  });
  const disturb = async () => {
    const settings = await readSettings(province.db);
    for (const periodKind of ['calendarMonth', 'from15to14'] as const)
      await changeSettings(dbs[1]!, { ...settings, periodKind });
  };
  await Promise.all([...phones.map(work), disturb()]);
  working = false;

  const seen = await Promise.all(readers);
  for (const [i, village] of villages.entries()) {
    const written = phones.filter(({ person }) => person.unit === village);
    const names = written.flatMap(({ device }) => Array.from({ length: 36 }, (_, seq) => `${device}-${seq + 1}`));
    expect([...seen[i]!].sort()).toEqual(names.sort());
  }
  const head = await province.db.selectFrom('commune_head').select('head').where('commune_id', '=', commune).execute();
  expect(head).toEqual([{ head: 6 * 36 }]);
  expect([...statuses].filter((status) => status !== 503)).toEqual([200]);
  await Promise.all(nodes.map((node) => node.close()));
  const { rows } = await sql`select deadlocks from pg_stat_database where datname = current_database()`.execute(
    province.db,
  );
  expect(rows).toEqual([{ deadlocks: 0 }]);
});

const pushAt = async (db: ProvinceDatabase, phone: Phone, operations: Operation[]) => {
  const app = await buildApp({ db, clock: province.clock }, { trustProxy: false, logger: false, behindTls: false });
  const answer = await app.inject({
    method: 'POST',
    url: paths.push,
    payload: Buffer.from(await encodePush(batchOf(phone, operations))),
    headers: { authorization: `Bearer ${phone.token}`, 'content-type': 'application/cbor', 'content-encoding': 'gzip' },
  });
  await app.close();
  return answer;
};
const busy = (answer: Awaited<ReturnType<typeof pushAt>>) => [
  answer.statusCode,
  answer.json<{ code: string }>().code,
  answer.headers['retry-after'],
];

test('P6: a commune that is locked for long, and a database that goes away in the middle, are reasons to come back', async () => {
  const hoa = await province.phone('villageMember');
  const node = another({ lockTimeout: 100 });
  const [held, release] = [gate(), gate()];
  const holding = province.db.transaction().execute(async (tx) => {
    await lockCommune(tx, commune);
    held.open();
    await release.opened;
  });
  await held.opened;
  expect(busy(await pushAt(node, hoa, [evening(hoa, 1)]))).toEqual([503, 'province-busy', '2']);

  const patient = another();
  const cutOff = pushAt(patient, hoa, [evening(hoa, 1)]);
  await waiting(province.db, 1, cutOff);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(province.db);
  expect(busy(await cutOff)).toEqual([503, 'province-busy', '2']);

  release.open();
  await holding;
  expect((await pushAt(patient, hoa, [evening(hoa, 1)])).statusCode).toBe(200);
  expect(await province.db.selectFrom('operation').select(['seq', 'number']).execute()).toEqual([
    { seq: 1, number: 1 },
  ]);
});

test('a restore while two nodes go on receiving loses nothing phones still have', async () => {
  const phones = await Promise.all([1, 2, 3, 4].map(() => province.phone('villageMember')));
  const nodes = [another(), another()];
  const file = join(place.folder, 'backup.sqlite');
  expect(await backUp(province.db, file)).toEqual({ kind: 'done' });
  let restored = false;
  const push = async (phone: Phone, node: ProvinceDatabase) => {
    // Until the restore is over, and once more: from the seq that the province then asks for.
    for (let [seq, last] = [1, false]; ; last = restored) {
      const answer = await pushAt(node, phone, [evening(phone, seq)]);
      if (answer.statusCode === 409) seq = answer.json<{ params: { expected: number } }>().params.expected;
      else if (answer.statusCode === 200) seq += 1;
      else if (answer.statusCode !== 503) throw new Error(answer.body);
      if (last && answer.statusCode === 200) return seq - 1;
    }
  };
  const pushing = phones.map((phone, i) => push(phone, nodes[i % 2]!));
  for (let i = 0; i < 3; i += 1) expect(await restore(province.db, file)).toEqual({ kind: 'done' });
  restored = true;
  const through = await Promise.all(pushing);
  for (const [i, { device }] of phones.entries()) {
    const rows = await province.db.selectFrom('operation').select('seq').where('device', '=', device).execute();
    expect(rows).toHaveLength(through[i]!);
  }
});
