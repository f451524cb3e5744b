import { CheckCheck, CircleDashed, Smartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useBriefly } from '#features/overview/use-briefly.ts';
import type { FiguresRow } from '#store/officer-pages.ts';
import css from './words.module.css';

type Props = { of: Pick<FiguresRow, 'devicesSeenAt' | 'devicesWaiting'>; now: number };

/** What the devices below said when they last reached the province. */
export const Devices = ({ of: { devicesSeenAt, devicesWaiting }, now }: Props) => {
  const { t } = useTranslation('overview');
  const briefly = useBriefly(now);
  if (devicesSeenAt === null)
    return (
      <span className={`${css.tag} ${css.none}`}>
        <CircleDashed aria-hidden size={16} />
        {t('devicesNever')}
      </span>
    );
  const when = briefly(devicesSeenAt);
  return devicesWaiting === 0 ? (
    <span className={`${css.tag} ${css.none}`}>
      <CheckCheck aria-hidden size={16} />
      {t('devicesDone', { when })}
    </span>
  ) : (
    <span className={`${css.tag} ${css.part}`}>
      <Smartphone aria-hidden size={16} />
      {t('devicesHold', { when, count: devicesWaiting })}
    </span>
  );
};
