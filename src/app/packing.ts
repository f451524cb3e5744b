import type { Packed } from '#features/handbook.tsx';
import { carriedText, sealedId } from '#protocol/bundle.ts';
import { keepBundles, toPack } from '#store/bundles.ts';
import type { BundleRow, Handbook } from '#store/database.ts';
import { cutIntoPushes } from '#sync/bundle-cut.ts';
import { sealBundle } from '#sync/bundle-seal.ts';

/** All that waits, sealed and kept; where nothing changed since, the bundles made before (rule T3). */
export const packAll = async (db: Handbook, clock: { now(): number }): Promise<Packed> => {
  const work = await toPack(db);
  if (work === 'nothing' || work === 'no-key') return { kind: work };
  if (work.made.length > 0) return { kind: 'packed', bundles: work.made };

  const bundles: BundleRow[] = [];
  for (const { first, last, push } of await cutIntoPushes(work.device, work.operations)) {
    const { jwe, receiptKey } = await sealBundle(work, push);
    const text = carriedText({ kind: 'bundle', jwe });
    const { device, sealingKey } = work;
    const id = await sealedId({ jwe });
    bundles.push({ id, device, first, last, sealingKey, text, receiptKey, madeAt: clock.now(), savedAt: null });
  }
  const kept = await keepBundles(db, bundles);
  return kept.kind === 'not-stored' ? kept : { kind: 'packed', bundles };
};
