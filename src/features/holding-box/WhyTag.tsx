import { CircleHelp, Lock, UserRoundX, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HeldWork } from '#store/officer-pages.ts';
import css from './WhyTag.module.css';

const icons: Record<HeldWork['why'], LucideIcon> = {
  'device-revoked': Lock,
  'person-disabled': UserRoundX,
  'device-unknown': CircleHelp,
};

/** Why work is held, as an icon and a word. */
export const WhyTag = ({ why }: Pick<HeldWork, 'why'>) => {
  const { t } = useTranslation('holding-box');
  const Icon = icons[why];
  return (
    <span className={css.tag}>
      <Icon aria-hidden size={16} />
      {t(`why.${why}`)}
    </span>
  );
};
