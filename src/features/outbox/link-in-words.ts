import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { useWords } from '#features/words.ts';
import type { LinkRow } from '#store/database.ts';
import { isLockedOut, whyLockedOut } from '#store/locked-out.ts';
import { useFormat } from '#ui/format.ts';

/** How the link stands, from the last real request and never from what the browser thinks of the network. */
export const useLinkInWords = () => {
  const { t } = useTranslation('outbox');
  const words = useWords();
  const format = useFormat();
  const { clock } = useHands();
  return ({ tryingSince, trouble, nextTryAt }: LinkRow): string => {
    if (tryingSince !== null) return t('sending');
    if (!trouble) return t('willSend');
    if (trouble.kind === 'refused' && isLockedOut(trouble.refusal.code))
      return `${t(`locked.${whyLockedOut(trouble.refusal)}`)} ${t(trouble.refusal.code === 'held-for-officer' ? 'lockedHeld' : 'lockedKept')}`;
    const what =
      trouble.kind === 'refused'
        ? t('refused', { why: words.refusal(trouble.refusal) })
        : t(trouble.kind === 'phone' ? 'phoneFailed' : 'offline');
    const later = nextTryAt !== null && nextTryAt > clock.now();
    return later ? `${what} ${t('tryAt', { time: format.time(nextTryAt) })}` : what;
  };
};
