import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '#features/handbook.tsx';
import { cardsOf, type Card, type GuideWords } from '#features/guide/cards.ts';
import { loudspeakerCard } from '#model/guidance.ts';
import { guideCard } from '#model/records/guide-card.ts';
import { recordsOfType } from '#store/records.ts';

export const useGuideWords = (): GuideWords => {
  const { i18n } = useTranslation('guidance');
  const words: unknown = i18n.getResourceBundle(i18n.language, 'guidance') ?? i18n.getResourceBundle('vi', 'guidance');
  return words as GuideWords;
};

/** Every card in the person's language, as it reads today; undefined until the phone has looked. */
export const useGuideCards = (): Card[] | undefined => {
  const { t } = useTranslation('guide');
  const words = useGuideWords();
  const rows = useLive((db) => recordsOfType(db, guideCard.type));
  return useMemo(
    () =>
      rows &&
      cardsOf(
        words,
        {
          bring: (bring) => t('bring', { bring }),
          where: (where) => t('where', { where }),
          online: t('online'),
          ask: t('askMore'),
        },
        rows.map(({ record }) => record),
      ),
    [words, t, rows],
  );
};

/** Where a card is read: the loudspeaker's has a page of its own. */
export const addressOf = ({ id }: Pick<Card, 'id'>): string => (id === loudspeakerCard ? '/loa' : `/huong-dan/${id}`);
