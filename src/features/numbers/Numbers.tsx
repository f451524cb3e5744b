import { ChartNoAxesColumn, ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChosenPeriod } from '#features/chosen-period.ts';
import { useHands, useLive } from '#features/handbook.tsx';
import { PeriodHead } from '#features/PeriodHead.tsx';
import { useSituation, type Situation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import { measures, type Measure } from '#model/indicator.ts';
import { shiftPeriod } from '#model/period.ts';
import { myTotals, teamTotals } from '#store/journal.ts';
import { link } from '#store/link.ts';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { Tabs } from '#ui/Tabs.tsx';
import { ConfirmCard } from './ConfirmCard.tsx';
import { MeasureFigure } from './MeasureFigure.tsx';
import css from './Numbers.module.css';

const Numbers = () => {
  const situation = useSituation();
  return situation ? <Figures situation={situation} /> : null;
};
export default Numbers;

/** What the village's team did this period, from what is on this phone. */
const Figures = ({ situation }: { situation: Situation }) => {
  const { t } = useTranslation('numbers');
  const { clock } = useHands();
  const format = useFormat();
  const words = useWords();
  const chosen = useChosenPeriod(situation);
  const { period, current } = chosen;
  const [whose, setWhose] = useState<'team' | 'mine'>('team');
  const totals = whose === 'team' ? teamTotals : myTotals;
  const sums = useLive(
    async (db) => ({
      now: await totals(db, period),
      before: await totals(db, shiftPeriod(period, -1)),
      link: await link(db),
    }),
    [period, whose],
  );
  return (
    <>
      <PeriodHead
        title={t('title', { month: words.period(period) })}
        about={t('about')}
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
        <div className={css.page}>
          {sums && (
            <>
              <Sums
                key={whose + period}
                now={sums.now}
                before={sums.before}
                off={situation.settings.measuresOff}
                empty={<NothingYet mine={whose === 'mine'} current={period === current} />}
              />
              <p className={css.fresh}>{t(whose === 'team' ? 'contribution' : 'contributionMine')}</p>
              <p className={css.fresh}>
                {sums.link.lastSucceededAt === null
                  ? t('freshNever')
                  : t('fresh', { time: format.instant(sums.link.lastSucceededAt, clock.now()) })}
              </p>
              {whose === 'team' && period <= current && <ConfirmCard situation={situation} period={period} />}
              {whose === 'team' && (
                <Link to={`/so-lieu/bang?ky=${period}`} className={css.way}>
                  {t('asTable')}
                </Link>
              )}
            </>
          )}
        </div>
      </Tabs>
    </>
  );
};

type Totals = Record<Measure, number>;

const Sums = ({
  now,
  before,
  off,
  empty,
}: {
  now: Totals;
  before: Totals;
  off: readonly Measure[];
  empty: React.ReactNode;
}) => {
  const { t } = useTranslation('numbers');
  const words = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  const has = measures.filter((measure) => now[measure]);
  const none = measures.filter((measure) => !now[measure] && (!off.includes(measure) || before[measure]));
  return (
    <>
      {has.length === 0 ? (
        empty
      ) : (
        <>
          {has.some((measure) => before[measure]) && (
            <p className={css.key}>
              <i />
              {t('previousMark')}
            </p>
          )}
          <ul>
            {has.map((measure) => (
              <MeasureFigure key={measure} measure={measure} now={now[measure] ?? 0} before={before[measure] ?? 0} />
            ))}
          </ul>
        </>
      )}
      {none.length > 0 && (
        <>
          <button
            type="button"
            className={css.none}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            {t('none', { count: none.length })}
            <ChevronDown aria-hidden size={20} className={open ? css.opened : undefined} />
          </button>
          {open && (
            <ul id={id} className={css.zeros}>
              {none.map((measure) => (
                <Zero key={measure} name={words.measure(measure)} before={before[measure] ?? 0} />
              ))}
            </ul>
          )}
        </>
      )}
    </>
  );
};

const Zero = ({ name, before }: { name: string; before: number }) => {
  const { t } = useTranslation('numbers');
  const format = useFormat();
  return (
    <li>
      <span>{name}</span>
      <span>{before > 0 ? `0 (${t('before', { number: format.number(before) })})` : '0'}</span>
    </li>
  );
};

const NothingYet = ({ mine, current }: { mine: boolean; current: boolean }) => {
  const { t } = useTranslation('numbers');
  return (
    <Empty
      icon={ChartNoAxesColumn}
      action={
        current && (
          <Link to="/ghi" className={css.way}>
            {t('logNow')}
          </Link>
        )
      }
    >
      {t(mine ? 'emptyMine' : 'empty')}
    </Empty>
  );
};
