import { dayInVietnam } from '#model/day.ts';
import { clearShared, takeShared } from '#app/shared-in.ts';
import type { Courier } from '#features/handbook.tsx';
import type { Handbook } from '#store/database.ts';

/** Everything it takes to seal and read; `undefined` where it is not on the phone and cannot be fetched. */
const tools = () =>
  Promise.all([import('#app/packing.ts'), import('#app/taking-in.ts')])
    .then(([{ packAll }, { takeInAll }]) => ({ packAll, takeInAll }))
    .catch(() => undefined);

/** Bundles and receipts on this phone, put together from the store and from sync's seals; both come when first used. */
export const createCourier = (db: Handbook, clock: { now(): number }): Courier => ({
  pack: async () => (await tools())?.packAll(db, clock) ?? { kind: 'not-loaded' },
  takeIn: async (texts) => (await tools())?.takeInAll(db, clock, texts) ?? 'not-loaded',

  async pictures(text, most) {
    const [{ readCarried }, { qrTexts }] = await Promise.all([
      import('#protocol/bundle.ts'),
      import('#protocol/qr-parts.ts'),
    ]);
    const [carried] = readCarried(text);
    return carried ? qrTexts(carried, most) : [];
  },

  async bundleFile(words, bundles) {
    const { bundleFileName, carryFile, carryFileType } = await import('#protocol/carry-file.ts');
    const name = bundleFileName(bundles[0]?.device ?? 0, dayInVietnam(clock.now()));
    const texts = bundles.map(({ text }) => text);
    return new File([carryFile(words, texts)], name, { type: carryFileType });
  },

  async receiptFile(words, { id, receipt }) {
    const { carryFile, carryFileType, receiptFileName } = await import('#protocol/carry-file.ts');
    const name = receiptFileName(id, dayInVietnam(clock.now()));
    return new File([carryFile(words, receipt === null ? [] : [receipt])], name, { type: carryFileType });
  },

  shared: takeShared,
  sharedIsIn: clearShared,
});
