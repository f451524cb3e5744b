import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { addressOf, choose, periodsOf, readChoice, type Choice } from '#features/analysis/choice.ts';
import { Chips } from '#features/analysis/Chips.tsx';
import { PivotTable } from '#features/analysis/PivotTable.tsx';
import { SavedViews } from '#features/analysis/SavedViews.tsx';
import { Sides } from '#features/analysis/Sides.tsx';
import { tablePage } from '#features/analysis/pages.ts';
import { usePivot } from '#features/analysis/use-pivot.ts';
import { useNow } from '#features/handbook.tsx';
import { Kept } from '#features/Kept.tsx';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { useSituation, type Situation } from '#features/situation.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { dayInVietnam } from '#model/day.ts';
import { coreMeasures } from '#model/indicator.ts';
import { periodOf, spanOf } from '#model/period.ts';
import { useArrival } from '#ui/arrival.ts';
import { useFormat } from '#ui/format.ts';
import css from './Analysis.module.css';

/** Until somebody chooses: the two that the programme is measured by. */
const firstMeasures = ['DD_MUC2_LD', 'VNEID_CAI'];

const Inside = ({ me }: { me: Situation }) => {
  const { t } = useTranslation('analysis');
  const f = useFormat();
  const words = useUnitWords();
  const now = useNow();
  const [address, setAddress] = useSearchParams();
  const heading = useArrival(t('title'));
  const today = dayInVietnam(now);
  const { periodKind, measuresOff } = me.settings;
  const current = periodOf(today, periodKind);
  const used = [...firstMeasures, ...coreMeasures].filter((measure) => !measuresOff.includes(measure));
  const usual = used.slice(0, firstMeasures.length);
  const choice = readChoice(address, { current, usual });
  const own = me.units.find(({ id }) => id === me.person.unit);
  const page = usePivot(own && tablePage(own.id, choice, current));
  if (!own) return null;

  const onChoose = (change: Partial<Choice>) =>
    setAddress(
      (known) => {
        const order = known.get('xep');
        return { ...addressOf(choose(choice, change)), ...(order !== null && { xep: order }) };
      },
      { replace: true },
    );
  const shared = new URLSearchParams(addressOf(choice)).toString().replace(/%2C/g, ',');
  const pivot = page.kind === 'shown' ? page.body : undefined;
  const { first, last } = spanOf(choice.last, periodKind);
  const withWord =
    pivot &&
    new Set(
      pivot.completeness
        .filter(({ period, teamsReported }) => period === choice.last && teamsReported > 0)
        .map(({ unit }) => unit),
    ).size;
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div className={css.words}>
          <h1 tabIndex={-1} ref={heading}>
            {t('title')}
          </h1>
          <p>
            {words.heading(own)} ·{' '}
            {t(choice.last === current && today < last ? 'underWay' : 'over', {
              month: Number(choice.last.slice(5)),
              span: f.span(first, last),
              day: f.day(today),
            })}
            {pivot && (
              <>
                {' · '}
                {t(own.level === 'province' && choice.level === 'below' ? 'completeCommunes' : 'completeVillages', {
                  some: withWord,
                  all: pivot.units.length,
                  when: f.instant(pivot.at * 1000, now),
                })}
              </>
            )}
          </p>
        </div>
        <div className={css.ways}>
          <SavedViews home={own.id} address={shared} />
        </div>
      </header>
      <div className={css.chips}>
        <Chips choice={choice} current={current} unit={own} units={pivot?.units ?? []} onChoose={onChoose} />
        <p className={css.hint}>{t('contribution')}</p>
      </div>
      {page.kind === 'shown' && <Kept trouble={page.trouble} asOf={page.body.at} now={now} />}
      <div className={css.sides}>
        {page.kind === 'shown' ? (
          <PivotTable pivot={page.body} choice={choice} current={current} />
        ) : (
          <div>
            <NothingToShow page={page} />
          </div>
        )}
        <Sides own={own} choice={choice} current={current} periods={periodsOf({ last: choice.last, count: '6' })} />
      </div>
    </div>
  );
};

/** Figures from many sides: which, of whom, over which months, told apart by what; as a table, a chart, a file. */
const Analysis = () => {
  const me = useSituation();
  return me ? <Inside me={me} /> : null;
};
export default Analysis;
