import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { placeOfProfile } from '#features/overview/addresses.ts';
import { FindUnit } from '#features/overview/FindUnit.tsx';
import { Head } from '#features/overview/Head.tsx';
import { HeadActions } from '#features/overview/HeadActions.tsx';
import { Kept } from '#features/Kept.tsx';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { OfficerRuler } from '#features/overview/OfficerRuler.tsx';
import { ToProfile } from '#features/overview/ToProfile.tsx';
import { PeriodSwitch } from '#features/overview/PeriodSwitch.tsx';
import { RowsBelow } from '#features/overview/RowsBelow.tsx';
import { UnitDashboard } from '#features/overview/UnitDashboard.tsx';
import { VillageFigures } from '#features/overview/VillageFigures.tsx';
import { useDashboard } from '#features/overview/use-dashboard.ts';
import { useMeasures } from '#features/overview/use-measures.ts';
import { useNow } from '#features/overview/use-now.ts';
import { usePeriod } from '#features/overview/use-period.ts';
import { useSituation, type Situation } from '#features/situation.ts';
import { Empty } from '#ui/Empty.tsx';
import words from './words.module.css';
import css from './Overview.module.css';

const UnitOverview = ({ me, asked }: { me: Situation; asked: string }) => {
  const { t } = useTranslation('overview');
  const now = useNow();
  const { settings, person } = me;
  const chosen = usePeriod(settings.periodKind, now);
  const measures = useMeasures(settings.measuresOff);
  const page = useDashboard(asked, chosen.period);
  const figures = page.kind === 'shown' ? page.body : undefined;

  const own = me.units.find(({ id }) => id === person.unit);
  if (!own) return null;
  return (
    <div className={css.page}>
      <Head
        own={own}
        unit={asked === own.id ? own : figures?.unit}
        period={chosen.period}
        kind={settings.periodKind}
        closed={figures?.closed ?? false}
        now={now}
        side={
          <>
            <FindUnit own={own} period={chosen.period} now={now} />
            {figures && asked !== own.id && <ToProfile unit={figures.unit} />}
            {figures && asked === own.id && <HeadActions dashboard={figures} now={now} />}
            <PeriodSwitch chosen={chosen} />
          </>
        }
      />
      {asked === own.id && (
        <OfficerRuler role={person.role} settings={settings} shown={chosen.period} dashboard={figures} now={now} />
      )}
      {page.kind !== 'shown' && <NothingToShow page={page} />}
      {page.kind === 'shown' && <Kept trouble={page.trouble} asOf={page.body.asOf} now={now} />}
      {figures && figures.unit.level === 'village' && (
        <VillageFigures figures={figures} usual={measures.usual} now={now} />
      )}
      {figures && figures.unit.level !== 'village' && figures.rows.length === 0 && (
        <Empty
          action={
            figures.unit.level === 'commune' && (
              <Link to={placeOfProfile(figures.unit.id)} className={words.link}>
                {t('toArea')}
              </Link>
            )
          }
        >
          {t(figures.unit.level === 'province' ? 'noCommunes' : 'noVillages')}
        </Empty>
      )}
      {figures && figures.rows.length > 0 && (
        <>
          <UnitDashboard
            key={`${figures.unit.id} at a glance`}
            me={me}
            dashboard={figures}
            measures={measures}
            now={now}
          />
          <RowsBelow key={`${figures.unit.id} below`} figures={figures} measures={measures} now={now} />
        </>
      )}
    </div>
  );
};

/** An officer's first screen: what the teams of a unit did in a period, by the units below it. */
const Overview = () => {
  const { unit } = useParams();
  const me = useSituation();
  return me ? <UnitOverview me={me} asked={unit ?? me.person.unit} /> : null;
};
export default Overview;
