import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLive } from '#features/handbook.tsx';
import { figuresBehind } from '#features/behind-figures.ts';
import { dashboardOf } from '#features/overview/addresses.ts';
import { useUnitWords } from '#features/unit-words.ts';
import type { PeriodId } from '#model/period.ts';
import type { Unit } from '#model/unit.ts';
import { keptDashboard } from '#store/officer-pages.ts';
import css from './Crumbs.module.css';
import words from './words.module.css';

type Props = { own: Unit; unit: Unit | undefined; period: PeriodId };

/** The units between one's own and this one, as the way back up. */
export const Crumbs = ({ own, unit, period }: Props) => {
  const { t } = useTranslation('overview');
  const said = useUnitWords();
  const between = unit?.parent && unit.parent !== own.id ? unit.parent : undefined;
  // Its name is known when somebody came through it, as they do.
  const kept = useLive(
    async (db) => (between ? (await keptDashboard(db, dashboardOf(between, period)))?.body?.unit : undefined),
    [between, period],
  );
  return (
    <nav aria-label={t('where')} className={css.crumbs}>
      <Link className={words.link} to={`/?${new URLSearchParams({ ky: period }).toString()}`}>
        {said.heading(own)}
      </Link>
      {between && (
        <>
          <ChevronRight aria-hidden size={16} />
          <Link className={words.link} to={figuresBehind(between, period)}>
            {kept ? said.heading(kept) : t('above')}
          </Link>
        </>
      )}
    </nav>
  );
};
