import type { Seq } from '#model/operation.ts';
import type { BundleRow, Handbook, OwnOperationRow } from '#store/database.ts';

/**
 * What the province has not received (`waiting`, oldest first), what it refused and nobody has dealt with (`attention`),
 * and the seq up to which everything is settled (`through`). What waits only so that no seq is missing, having been dealt
 * with already, is not shown.
 */
export const outbox = async (
  db: Handbook,
): Promise<{ waiting: OwnOperationRow[]; attention: OwnOperationRow[]; through: Seq }> => {
  const [waiting, refused, last] = await Promise.all([
    db.ownOperations.where('state').equals('waiting').toArray(),
    db.ownOperations.where('state').equals('refused').toArray(),
    db.ownOperations.toCollection().last(),
  ]);
  const open = ({ dealtWith }: OwnOperationRow) => !dealtWith;
  return {
    waiting: waiting.filter(open),
    attention: refused.filter(open),
    through: waiting[0] ? waiting[0].seq - 1 : (last?.seq ?? 0),
  };
};

export const waitingCount = (db: Handbook): Promise<number> =>
  db.ownOperations.where('state').equals('waiting').count();

/** Photos the province does not have, wanted there or refused by it and still here. */
export const unsentPhotos = (db: Handbook): Promise<number> =>
  db.photos.where('state').anyOf('waiting', 'refused', 'leaving').count();

/** Operations that wait, or were refused and not dealt with, and photos: what would be lost with the phone. */
export const unsettledCount = async (db: Handbook): Promise<number> => {
  const refused = db.ownOperations.where('state').equals('refused');
  const [waiting, attention, photos] = await Promise.all([
    waitingCount(db),
    refused.filter(({ dealtWith }) => !dealtWith).count(),
    unsentPhotos(db),
  ]);
  return waiting + attention + photos;
};

/** How many of the own operations `first` to `last` are received and refused. */
export const statesBetween = async (
  db: Handbook,
  { device, first, last }: Pick<BundleRow, 'device' | 'first' | 'last'>,
): Promise<{ received: number; refused: number; waiting: number }> => {
  const rows = await db.ownOperations
    .where('[device+seq]')
    .between([device, first], [device, last], true, true)
    .toArray();
  const count = (state: OwnOperationRow['state']) => rows.filter((row) => row.state === state).length;
  return { received: count('received'), refused: count('refused'), waiting: count('waiting') };
};

/** How many operations of these bundles the province has not received. */
export const waitingOf = async (db: Handbook, bundles: readonly BundleRow[]): Promise<number> => {
  const states = await Promise.all(bundles.map((bundle) => statesBetween(db, bundle)));
  return states.reduce((sum, { waiting }) => sum + waiting, 0);
};
