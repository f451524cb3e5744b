import { useTranslation } from 'react-i18next';
import { useLive } from '#features/handbook.tsx';
import { photosHeldBy, type PhotoRow } from '#store/photos.ts';
import { useFormat } from '#ui/format.ts';
import { useSlowLink } from '#ui/slow-link.ts';
import type { State } from '#ui/StateTag.tsx';

/** Where a photo is, in a word that is always true: on this phone and why still, at the province, or refused. */
export const usePhotoState = (): ((photo: Omit<PhotoRow, 'bytes'> & { bytes: { length: number } }) => {
  state: State;
  words: string;
}) => {
  const { t } = useTranslation(['photos', 'states']);
  const format = useFormat();
  const slow = useSlowLink();
  const held = useLive(photosHeldBy);
  return ({ entry, state, sent, bytes, hurry }) => {
    if (state === 'received') return { state: 'received', words: t('states:received') };
    if (state === 'leaving') return { state: 'onPhone', words: t('photos:state.leaving') };
    if (state === 'refused') return { state: 'needsAttention', words: t('states:needsAttention') };
    if (held?.off) return { state: 'onPhone', words: t('photos:state.off') };
    if (held?.letGo.has(entry)) return { state: 'onPhone', words: t('photos:state.entryGone') };
    if (held?.numbers) return { state: 'onPhone', words: t('photos:state.numbersFirst') };
    if (held?.notThere.has(entry)) return { state: 'onPhone', words: t('photos:state.entryFirst') };
    if (slow && !hurry) return { state: 'onPhone', words: t('photos:state.wifi') };
    if (sent > 0)
      return {
        state: 'onPhone',
        words: t('photos:state.sending', { percent: format.percent(Math.min(0.99, sent / bytes.length)) }),
      };
    return { state: 'onPhone', words: t('photos:state.waiting') };
  };
};
