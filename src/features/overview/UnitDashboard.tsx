import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountTile } from '#features/overview/AccountTile.tsx';
import { headlineMeasures } from '#features/overview/headline.ts';
import { MapPart } from '#features/overview/map/MapPart.tsx';
import { ReportBefore } from '#features/overview/ReportBefore.tsx';
import { ObstaclesWaiting } from '#features/overview/ObstaclesWaiting.tsx';
import { SilentVillages } from '#features/overview/SilentVillages.tsx';
import { Tiles } from '#features/overview/Tiles.tsx';
import { UrgeTable } from '#features/overview/UrgeTable.tsx';
import { useLate } from '#features/overview/use-late.ts';
import type { Measures } from '#features/overview/use-measures.ts';
import { useOfficerRecords } from '#features/officer-records.ts';
import type { Situation } from '#features/situation.ts';
import { dayInVietnam, daysFrom } from '#model/day.ts';
import { newestFigures, officialFigure, populationFigure } from '#model/records/official-figure.ts';
import { target, targetName, targetValue } from '#model/records/target.ts';
import { flagsOf } from '#model/reporting-calendar.ts';
import type { UnitId } from '#model/unit.ts';
import type { Dashboard } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import css from './UnitDashboard.module.css';

type Props = { me: Situation; dashboard: Dashboard; measures: Measures; now: number };

/** A province or a commune at a glance: what came together, where, who wants a word, and what waits for an answer. */
export const UnitDashboard = ({ me, dashboard, measures, now }: Props) => {
  const { t } = useTranslation('dashboard');
  const f = useFormat();
  const [pointed, setPointed] = useState<UnitId>();
  const { unit, period, rows, last } = dashboard;
  const { settings, person } = me;
  const own = unit.id === person.unit;
  const today = dayInVietnam(now);
  const { late, before } = useLate(unit, period, settings, today);
  const figures = useOfficerRecords(officialFigure.type).rows;
  const records = useMemo(() => (figures ?? []).map(({ record }) => record), [figures]);
  const residents = useMemo(() => newestFigures(records, populationFigure), [records]);
  const official = useMemo(() => newestFigures(records, 'TK_MUC2').get(unit.id), [records, unit.id]);
  const set = useOfficerRecords(target.type).rows;
  const headline = headlineMeasures(settings.measuresOff);
  const targets = useMemo(() => {
    const known = new Map((set ?? []).map(({ id, record }) => [id, targetValue(record)]));
    const goals = headlineMeasures(settings.measuresOff).flatMap((goal): [string, number][] => {
      const value = known.get(targetName({ goal, unit: unit.id, period }));
      return value === undefined || value <= 0 ? [] : [[goal, value]];
    });
    return new Map(goals);
  }, [set, settings.measuresOff, unit.id, period]);
  const due = flagsOf(period, settings).find(({ step }) => step === 'villageToCommune')?.due ?? last;
  const pointing = { pointed, onPoint: setPointed };
  return (
    <>
      {own && <ReportBefore dashboard={dashboard} settings={settings} today={today} />}
      <div className={css.top}>
        <Tiles dashboard={dashboard} measures={headline} targets={targets} now={now} />
        <AccountTile official={official} />
      </div>
      {unit.level === 'commune' && <SilentVillages figures={dashboard} silentDays={settings.silentDays} now={now} />}
      <div className={css.middle}>
        <MapPart
          figures={dashboard}
          measure={measures.one}
          onMeasure={measures.setOne}
          off={settings.measuresOff}
          residents={residents}
          now={now}
          {...pointing}
        />
        <UrgeTable
          figures={dashboard}
          measure={measures.one}
          late={late}
          before={before}
          due={due >= today ? t('urge.due', { day: f.weekday(due), count: daysFrom(today, due) }) : undefined}
          mayUrge={own && rows.length > 0}
          now={now}
          {...pointing}
        />
      </div>
      {own && <ObstaclesWaiting me={me} now={now} />}
    </>
  );
};
