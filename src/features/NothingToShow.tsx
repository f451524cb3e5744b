import { CloudOff, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '#ui/Empty.tsx';
import { Skeleton } from '#features/Skeleton.tsx';
import type { ProvincePage } from '#features/province-page.ts';
import { useWords } from '#features/words.ts';
import css from './NothingToShow.module.css';

/** In place of a page that is not there: why, and what happens next. */
export const NothingToShow = ({ page }: { page: Exclude<ProvincePage<unknown>, { kind: 'shown' }> }) => {
  const { t } = useTranslation('overview');
  const words = useWords();
  if (page.kind === 'opening') return <Skeleton />;
  if (page.kind === 'unreachable')
    return (
      <div aria-live="polite">
        <Empty icon={CloudOff}>{t('offlineNever')}</Empty>
      </div>
    );
  return (
    <div role="alert">
      <Empty
        icon={Lock}
        action={
          <Link to="/" className={css.link}>
            {t('toOwnUnit')}
          </Link>
        }
      >
        {words.refusal(page.refusal)}
      </Empty>
    </div>
  );
};
