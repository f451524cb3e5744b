import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { figuresBehind } from '#features/behind-figures.ts';
import { figureOf } from '#features/overview/completeness.ts';
import { Devices } from '#features/overview/Devices.tsx';
import { FigureLink } from '#features/overview/FigureLink.tsx';
import { Newest } from '#features/overview/Newest.tsx';
import { TeamsSent } from '#features/overview/TeamsSent.tsx';
import { useUnitWords } from '#features/unit-words.ts';
import type { Measure } from '#model/indicator.ts';
import type { PeriodId } from '#model/period.ts';
import type { FiguresRow } from '#store/officer-pages.ts';
import { Card } from '#ui/Card.tsx';
import css from './FiguresCards.module.css';

type Props = { rows: readonly FiguresRow[]; period: PeriodId; measure: Measure; now: number };

/** The rows of the table where there is no room for one: one measure at a time. */
export const FiguresCards = ({ rows, period, measure, now }: Props) => {
  const { t } = useTranslation(['overview', 'measures']);
  const words = useUnitWords();
  if (rows.length === 0) return null;
  return (
    <Card as="ul">
      {rows.map((row) => (
        <li key={row.unit.id} className={css.row}>
          <Link className={css.unit} to={figuresBehind(row.unit.id, period)}>
            {words.short(row.unit)}
          </Link>
          <span className={css.figure}>
            <FigureLink large unit={row.unit} period={period} measure={measure} count={figureOf(row, measure)} />{' '}
            <small>{t(`measures:${measure}.unit`)}</small>
          </span>
          <span className={css.state}>
            {row.unit.level === 'commune' && (
              <span className={css.pair}>
                <span aria-hidden>{t('overview:columnTeams')}</span> <TeamsSent of={row} />
              </span>
            )}
            <Newest of={row} now={now} />
            <Devices of={row} now={now} />
          </span>
        </li>
      ))}
    </Card>
  );
};
