import { MapPinned } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { placeOfProfile } from '#features/overview/addresses.ts';
import type { Unit } from '#model/unit.ts';
import css from './HeadActions.module.css';

/** From a unit's figures to who works there, what is given to it, and where it lies. */
export const ToProfile = ({ unit }: { unit: Pick<Unit, 'id'> }) => {
  const { t } = useTranslation('overview');
  return (
    <Link className={css.quiet} to={placeOfProfile(unit.id)}>
      <MapPinned aria-hidden size={18} />
      {t('profile')}
    </Link>
  );
};
