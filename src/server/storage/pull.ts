import { sql, type ExpressionBuilder } from 'kysely';
import type { DeviceNumber } from '#model/operation.ts';
import { isOfficer, maySaveEntries } from '#model/person.ts';
import { recordDefinitions } from '#model/records/all.ts';
import type { UnitId } from '#model/unit.ts';
import type { PullPage, PullQuestion } from '#protocol/pull.ts';
import { limits } from '#protocol/version.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { headOf } from './commune-head.ts';
import { holdingOf } from './holding.ts';
import { changedEntry } from './judge.ts';
import { formerUnitsOf } from './memberships.ts';
import { readAccepted } from './operation-row.ts';
import type { ProvinceTables } from './schema.ts';
import { situationOf } from './situation.ts';

/** Whose page it is. */
export type Reader = Pick<Caller, 'person' | 'device' | 'commune' | 'province'>;

/**
 * The next page of what concerns the reader (rules L1, L2), with what the province holds of the device
 * (rules P4, T1) and the situation, when the phone knows another one. All of it is read from one moment.
 */
export const pullPage = async (
  { db, clock }: Province,
  reader: Reader,
  question: PullQuestion,
  most: number = limits.operationsPerPull,
): Promise<PullPage> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const situation = await situationOf(tx, reader.person);
      return {
        at: Math.floor(clock.now() / 1000),
        ...(await operationsAfter(tx, reader, question, most)),
        holding: await holdingOf(tx, reader.device),
        situation: situation.version === question.situation ? null : situation,
      };
    });

type Read = Pick<PullPage, 'cursor' | 'more' | 'operations'>;

/**
 * The streams that were asked for, one after another until the page is full (rule L2): a village's team reads its own
 * village, and the records of its commune; a commune's officers the records of the commune and its villages; everybody
 * those of the province. Entries go to the own team alone, what officers keep among themselves to officers.
 */
const operationsAfter = async (
  tx: ProvinceDatabase,
  { person, device, commune, province }: Reader,
  { cursor, communeCursor, provinceCursor, own }: PullQuestion,
  most: number,
): Promise<Omit<PullPage, 'at' | 'holding' | 'situation'>> => {
  const without = own ? null : device;
  const read: PullPage['operations'] = [];
  let more = false;
  const officer = isOfficer(person.role);
  const next = async (sequence: UnitId, of: UnitId | 'records', from: number): Promise<number> => {
    const stream = await readStream(tx, { commune: sequence, of, without, officer }, from, most - read.length);
    read.push(...stream.operations);
    more ||= stream.more;
    return stream.cursor;
  };

  const cursors = {
    cursor: officer || commune === null ? cursor : await next(commune, person.unit, cursor),
    ...(communeCursor !== undefined && {
      communeCursor:
        commune === null ? communeCursor : await next(commune, officer ? 'records' : commune, communeCursor),
    }),
    ...(provinceCursor !== undefined && { provinceCursor: await next(province, province, provinceCursor) }),
  };
  if (!more) read.push(...(await leftBehind(tx, { person, device }, own)));
  return { ...cursors, more, operations: read };
};

/**
 * Of the villages somebody left (rule T4): what others changed in this device's own entries there, and with `own` what this
 * device itself sent there. Few, without a cursor, told again with every last page; nothing of the team's.
 */
const leftBehind = async (
  tx: ProvinceDatabase,
  { person, device }: Pick<Reader, 'person' | 'device'>,
  own: boolean,
): Promise<PullPage['operations']> => {
  const left = (await formerUnitsOf(tx, person)).filter(({ role }) => maySaveEntries(role));
  const operations: PullPage['operations'] = [];
  for (const { unit, commune } of left) {
    const rows = await tx
      .selectFrom('operation')
      .selectAll()
      .where('commune_id', '=', commune)
      .where('unit_id', '=', unit)
      .where('number', 'is not', null)
      .where(({ or, and, eb }) =>
        or([
          and([
            eb('kind', 'in', ['entry.correct', 'entry.withdraw']),
            eb('device', '<>', device),
            eb('body', 'like', `%"entry":"${device}-%`),
          ]),
          ...(own ? [eb('device', '=', device)] : []),
        ]),
      )
      .orderBy('number')
      .execute();
    const accepted = rows.map(readAccepted);
    operations.push(...accepted.filter((one) => one.device === device || changedEntry(one)?.startsWith(`${device}-`)));
  }
  return operations;
};

type Stream = { commune: UnitId; of: UnitId | 'records'; without: DeviceNumber | null; officer: boolean };

const amongOfficers = recordDefinitions.filter((one) => one.amongOfficers).map(({ type }) => `%"type":"${type}"%`);

/**
 * Ends at the sequence's head, not at the last row: what others did in between need not be asked for again. A cursor
 * beyond the head comes from another commune or from before a disaster; then everything is read anew.
 */
const readStream = async (
  tx: ProvinceDatabase,
  { commune, of, without, officer }: Stream,
  cursor: number,
  most: number,
): Promise<Read> => {
  const head = await headOf(tx, commune);
  const from = cursor > head ? 0 : cursor;
  const all = tx
    .selectFrom('operation')
    .selectAll()
    .where('commune_id', '=', commune)
    .where('number', '>', from)
    .where('number', '<=', head)
    .orderBy('number')
    .limit(most + 1);
  // Said as text, so that the index of just these rows is used.
  const wanted = of === 'records' ? all.where('kind', '=', sql.lit('record.write')) : all.where('unit_id', '=', of);
  // What a closed period let in after all comes back to the phone that was told it was refused (rule S3).
  const news = ({ or, eb }: ExpressionBuilder<ProvinceTables, 'operation'>) =>
    or([eb('device', '<>', without), eb('amendment', 'is not', null)]);
  const legible = ({ and, eb }: ExpressionBuilder<ProvinceTables, 'operation'>) =>
    and(amongOfficers.map((type) => eb('body', 'not like', type)));
  const told = officer ? wanted : wanted.where(legible);
  const rows = await (without === null ? told : told.where(news)).execute();
  const page = rows.slice(0, most);
  const more = rows.length > most;
  return { cursor: more ? (page[page.length - 1]?.number ?? from) : head, more, operations: page.map(readAccepted) };
};
