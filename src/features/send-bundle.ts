import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { handOn, type HandedOn } from '#features/send-file.ts';
import type { BundleRow, CarriedRow } from '#store/database.ts';
import { noteSaved } from '#store/bundles.ts';

/** Bundles, or the receipt for a colleague's, as a file with a sentence in it for whoever opens it. */
export const useSendBundle = () => {
  const { t } = useTranslation('carry');
  const { db, clock, courier } = useHands();
  return {
    bundles: async (bundles: readonly BundleRow[]): Promise<HandedOn> => {
      const how = await handOn(await courier.bundleFile(t('file.bundle'), bundles), t('file.bundleTitle'));
      if (how !== 'cancelled')
        await noteSaved(
          db,
          clock,
          bundles.map(({ id }) => id),
        );
      return how;
    },
    receipt: async (carried: CarriedRow): Promise<HandedOn> =>
      handOn(await courier.receiptFile(t('file.receipt'), carried), t('file.receiptTitle')),
  };
};
