import { CheckCheck, CircleDashed, CircleDotDashed, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isComplete } from '#features/overview/completeness.ts';
import type { FiguresRow } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import css from './words.module.css';

type Props = { of: Pick<FiguresRow, 'lastReceivedAt' | 'teams' | 'teamsReported' | 'closed'>; now: number };

/** When the newest data came: whole when every team has sent, closed, or none. */
export const Newest = ({ of, now }: Props) => {
  const { t } = useTranslation('overview');
  const f = useFormat();
  const when = of.lastReceivedAt === null ? t('none') : f.instant(of.lastReceivedAt * 1000, now);
  if (of.closed)
    return (
      <span className={css.tag}>
        <Lock aria-hidden size={16} />
        {t('periodClosed')}
      </span>
    );
  if (of.lastReceivedAt === null)
    return (
      <span className={`${css.tag} ${css.none}`}>
        <CircleDashed aria-hidden size={16} />
        {when}
      </span>
    );
  const whole = isComplete(of);
  const Icon = whole ? CheckCheck : CircleDotDashed;
  return (
    <span className={`${css.tag} ${whole ? css.whole : css.part}`}>
      <Icon aria-hidden size={16} />
      {when}
    </span>
  );
};
