import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '#features/handbook.tsx';
import { cardsOf, type Card, type GuideWords } from '#features/guide/cards.ts';
import { loudspeakerCard } from '#model/guidance.ts';
import type { EditableRecord } from '#model/record.ts';
import { guideCard } from '#model/records/guide-card.ts';
import { recordsOfType } from '#store/records.ts';

export const useGuideWords = (): GuideWords => {
  const { i18n } = useTranslation('guidance');
  const words: unknown = i18n.getResourceBundle(i18n.language, 'guidance') ?? i18n.getResourceBundle('vi', 'guidance');
  return words as GuideWords;
};

/** Everything the province ever wrote into its cards; undefined until the phone has looked. */
export const useWordings = (): EditableRecord[] | undefined => {
  const rows = useLive((db) => recordsOfType(db, guideCard.type));
  return useMemo(() => rows?.map(({ record }) => record), [rows]);
};

/** Every card in the person's language, as it reads today; undefined until the phone has looked. */
export const useGuideCards = (): Card[] | undefined => {
  const { t } = useTranslation('guide');
  const words = useGuideWords();
  const wordings = useWordings();
  return useMemo(
    () =>
      wordings &&
      cardsOf(
        words,
        {
          bring: (bring) => t('bring', { bring }),
          where: (where) => t('where', { where }),
          online: t('online'),
          ask: t('askMore'),
        },
        wordings,
      ),
    [words, t, wordings],
  );
};

/** Where a card is read: the loudspeaker's has a page of its own. */
export const addressOf = ({ id }: Pick<Card, 'id'>): string => (id === loudspeakerCard ? '/loa' : `/huong-dan/${id}`);
