import { Target } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChosenPeriod } from '#features/chosen-period.ts';
import { useHands, useLive } from '#features/handbook.tsx';
import { PeriodHead } from '#features/PeriodHead.tsx';
import { useSituation, type Situation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import { spanOf } from '#model/period.ts';
import { myTotals, teamTotals } from '#store/journal.ts';
import { link } from '#store/link.ts';
import { recordsOfType } from '#store/records.ts';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { Tabs } from '#ui/Tabs.tsx';
import { Accounts } from './Accounts.tsx';
import { aimedAt, doneOf, paceTowards } from '#features/aimed.ts';
import { EarlierPeriods } from './EarlierPeriods.tsx';
import { MyShare } from './MyShare.tsx';
import { PlanShares } from './PlanShares.tsx';
import { TargetFigure } from './TargetFigure.tsx';
import css from './TeamTargets.module.css';

const TeamTargets = () => {
  const situation = useSituation();
  return situation ? <Targets situation={situation} /> : null;
};
export default TeamTargets;

/** What the village was given to reach this month, and how far it is: all of it from what is on this phone. */
const Targets = ({ situation }: { situation: Situation }) => {
  const { t } = useTranslation('targets');
  const { clock } = useHands();
  const words = useWords();
  const format = useFormat();
  const chosen = useChosenPeriod(situation);
  const { period, today, current } = chosen;
  const [whose, setWhose] = useState<'team' | 'mine'>('team');
  const unit = situation.person.unit;
  const known = useLive(
    async (db) => ({
      targets: await recordsOfType(db, 'target'),
      figures: await recordsOfType(db, 'official-figure'),
      team: await teamTotals(db, period),
      mine: await myTotals(db, period),
      link: await link(db),
    }),
    [period],
  );
  const span = spanOf(period, situation.settings.periodKind);
  const aimed = known ? aimedAt(known.targets, unit, period) : [];
  return (
    <>
      <PeriodHead
        title={t('title', { month: words.period(period) })}
        about={t(period === current ? 'aboutNow' : 'about')}
        situation={situation}
        {...chosen}
        onPeriod={chosen.choose}
      />
      <Tabs
        label={t('whose')}
        value={whose}
        onChange={setWhose}
        tabs={[
          { key: 'team', label: t('team') },
          { key: 'mine', label: t('mine') },
        ]}
      >
        {known && (
          <div className={css.page}>
            {aimed.length === 0 && (
              <Empty
                icon={Target}
                action={
                  <Link to="/so-lieu" className={css.way}>
                    {t('seeFigures')}
                  </Link>
                }
              >
                {t(period === current ? 'empty' : 'emptyThen')}
              </Empty>
            )}
            {aimed.length > 0 && whose === 'mine' && <MyShare aimed={aimed} mine={known.mine} team={known.team} />}
            {aimed.length > 0 && whose === 'team' && (
              <>
                {period === current && (
                  <p className={css.key}>
                    <i />
                    {t('neededTick')}
                  </p>
                )}
                <ul>
                  {aimed.map((one) => (
                    <TargetFigure
                      key={one.goal}
                      aimed={one}
                      done={doneOf(one.goal, known.team)}
                      pace={paceTowards(one, known.team, span, today)}
                      asked={known.team['HAI_LONG_HOI'] ?? 0}
                    />
                  ))}
                </ul>
              </>
            )}
            {whose === 'team' && (
              <>
                <Accounts
                  situation={situation}
                  figures={known.figures}
                  contributed={known.team['DD_MUC2_LD'] ?? 0}
                  upTo={today < span.last ? today : span.last}
                />
                <PlanShares situation={situation} targets={known.targets} figures={known.figures} today={today} />
                <EarlierPeriods targets={known.targets} unit={unit} before={period} />
              </>
            )}
            <p className={css.fresh}>
              {known.link.lastSucceededAt === null
                ? t('freshNever')
                : t('fresh', { time: format.instant(known.link.lastSucceededAt, clock.now()) })}
            </p>
          </div>
        )}
      </Tabs>
    </>
  );
};
