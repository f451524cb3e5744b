import { CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '#features/words.ts';
import { useFormat } from '#ui/format.ts';
import type { ProvincePage } from '#features/province-page.ts';
import css from './Kept.module.css';

type Props = { trouble: Extract<ProvincePage<unknown>, { kind: 'shown' }>['trouble']; asOf: number; now: number };

/** Says that what is shown is from memory, and of when. Nothing while the link is well. */
export const Kept = ({ trouble, asOf, now }: Props) => {
  const { t } = useTranslation('overview');
  const f = useFormat();
  const words = useWords();
  const when = f.instant(asOf * 1000, now);
  return (
    <output className={trouble ? css.kept : undefined}>
      {trouble && (
        <>
          <CloudOff aria-hidden size={20} />
          <span>
            <b>{t(trouble === 'unreachable' ? 'offlineKept' : 'keptBut', { when })}</b>{' '}
            {trouble === 'unreachable' ? t('offlineKeptHint') : words.refusal(trouble)}
          </span>
        </>
      )}
    </output>
  );
};
