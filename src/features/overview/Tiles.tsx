import { Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { entriesBehind } from '#features/behind-figures.ts';
import { figureOf, rowsWithData } from '#features/overview/completeness.ts';
import { MeasureName } from '#features/overview/MeasureName.tsx';
import { Sparkline } from '#features/overview/Sparkline.tsx';
import { TileTarget } from '#features/overview/TileTarget.tsx';
import { useBriefly } from '#features/overview/use-briefly.ts';
import { useChangeWords } from '#features/overview/use-change-words.ts';
import { useCompletenessWords } from '#features/overview/use-completeness-words.ts';
import { addDays } from '#model/day.ts';
import type { Measure } from '#model/indicator.ts';
import type { Dashboard } from '#store/officer-pages.ts';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import css from './Tiles.module.css';

type Props = { dashboard: Dashboard; measures: readonly Measure[]; targets: ReadonlyMap<Measure, number>; now: number };

/** What a unit's teams brought together, each figure with where it comes from, how it grew, and how whole and fresh it is. */
export const Tiles = ({ dashboard, measures, targets, now }: Props) => {
  const { t } = useTranslation(['dashboard', 'overview', 'measures']);
  const f = useFormat();
  const briefly = useBriefly(now);
  const words = useCompletenessWords(now);
  const change = useChangeWords();
  const { unit, period, first, last, day, days, series, sameDay, rows } = dashboard;
  const until = day >= days ? last : addDays(first, Math.max(0, day - 1));
  const fresh =
    dashboard.lastReceivedAt === null
      ? t('overview:none')
      : `${t(unit.level === 'province' ? 'dashboard:freshCommunes' : 'dashboard:freshVillages', {
          some: f.number(rowsWithData(dashboard)),
          all: f.number(rows.length),
        })} · ${briefly(dashboard.lastReceivedAt)}`;
  return (
    <Card className={css.card} aria-labelledby="contribution">
      <div className={css.head}>
        <h2 id="contribution">{t('overview:contribution')}</h2>
        <p>
          {f.span(first, until)} · {words.complete(dashboard)}, {words.asOf(dashboard)} · {words.devices(dashboard)}
        </p>
      </div>
      <div className={css.tiles}>
        {measures.map((measure) => {
          const count = figureOf(dashboard, measure);
          const changed = change(count ?? 0, sameDay.totals[measure] ?? 0);
          const to =
            unit.level === 'province'
              ? `?${new URLSearchParams({ ky: period, xep: `-${measure}` }).toString()}#bang`
              : entriesBehind(unit.id, period, measure);
          return (
            <Link key={measure} to={to} className={css.tile}>
              <h3>
                <MeasureName of={measure} />
              </h3>
              <span className={css.value}>
                <b>
                  {count === null ? (
                    <>
                      <span aria-hidden>–</span>
                      <span className="visually-hidden">{t('overview:noData')}</span>
                    </>
                  ) : (
                    f.number(count)
                  )}
                </b>
                <Sparkline current={series.current[measure] ?? []} before={series.before[measure] ?? []} days={days} />
              </span>
              <span className={css.change} title={changed.said}>
                {changed.figure && <b>{changed.figure} </b>}
                {changed.words}
              </span>
              {targets.has(measure) && (
                <TileTarget goal={targets.get(measure)!} done={count ?? 0} span={{ first, last }} now={now} />
              )}
              <span className={css.fresh}>
                <Clock aria-hidden size={16} />
                {fresh}
              </span>
            </Link>
          );
        })}
      </div>
      <div className={css.hint}>
        <p>{t('overview:contributionHint')}</p>
        <p aria-hidden className={css.key}>
          <span className={css.current} /> {t('dashboard:thisPeriod')} <span className={css.before} />{' '}
          {t('dashboard:periodBefore')}
        </p>
      </div>
    </Card>
  );
};
