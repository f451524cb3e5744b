import { isOfficer } from '#model/person.ts';
import type { PullPage, PullQuestion } from '#protocol/pull.ts';
import { limits } from '#protocol/version.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { headOf } from './commune-head.ts';
import { holdingOf } from './holding.ts';
import { readAccepted } from './operation-row.ts';
import { situationOf } from './situation.ts';

/** Whose page it is. */
export type Reader = Pick<Caller, 'person' | 'device' | 'commune'>;

/**
 * The next page of what concerns the reader's own village (rules L1, L2), with what the province holds of the device
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

/**
 * Ends at the commune's head, not at the last row: what other villages did in between need not be asked for again. A
 * cursor beyond the head comes from another commune or from before a disaster; then everything is read anew.
 */
const operationsAfter = async (
  tx: ProvinceDatabase,
  { person, device, commune }: Reader,
  { cursor, own }: PullQuestion,
  most: number,
): Promise<Pick<PullPage, 'cursor' | 'more' | 'operations'>> => {
  if (commune === null || isOfficer(person.role)) return { cursor, more: false, operations: [] };
  const head = await headOf(tx, commune);
  const village = tx
    .selectFrom('operation')
    .selectAll()
    .where('unit_id', '=', person.unit)
    .where('commune_id', '=', commune)
    .where('number', '>', cursor > head ? 0 : cursor)
    .where('number', '<=', head)
    .orderBy('number')
    .limit(most + 1);
  const rows = await (own ? village : village.where('device', '<>', device)).execute();
  const page = rows.slice(0, most);
  const more = rows.length > most;
  return { cursor: more ? page[page.length - 1]!.number! : head, more, operations: page.map(readAccepted) };
};
