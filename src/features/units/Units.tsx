import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useChosenPeriod } from '#features/chosen-period.ts';
import { FilterBox } from '#features/FilterBox.tsx';
import { useNow } from '#features/handbook.tsx';
import { Kept } from '#features/Kept.tsx';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { useSituation, type Situation } from '#features/situation.ts';
import type { UnitId } from '#model/unit.ts';
import type { UnitsPage } from '#store/officer-pages.ts';
import { useArrival } from '#ui/arrival.ts';
import { figuresOf, treeAddress } from './addresses.ts';
import { FoundList } from './FoundList.tsx';
import { heardIn } from './heard.ts';
import { Profile } from './Profile.tsx';
import { findUnits, treeOn } from './tree.ts';
import { UnitTree } from './UnitTree.tsx';
import { useFigures, useUnits } from './use-pages.ts';
import css from './Units.module.css';

/** The units of an officer's area: a tree to find them in, and one of them on a page. */
const Units = () => {
  const { unit } = useParams();
  const me = useSituation();
  const page = useUnits(treeAddress);
  const now = useNow();
  if (!me) return null;
  if (page.kind !== 'shown')
    return (
      <div className={css.alone}>
        <Heading />
        <NothingToShow page={page} />
      </div>
    );
  return (
    <>
      <Kept trouble={page.trouble} asOf={page.body.at} now={now} />
      <Area me={me} page={page.body} asked={unit} now={now} />
    </>
  );
};
export default Units;

const Heading = () => {
  const { t } = useTranslation('area');
  const heading = useArrival(t('title'));
  return (
    <h1 ref={heading} tabIndex={-1}>
      {t('title')}
    </h1>
  );
};

type Props = { me: Situation; page: UnitsPage; asked: UnitId | undefined; now: number };

const Area = ({ me, page, asked, now }: Props) => {
  const { t } = useTranslation('area');
  const [wanted, setWanted] = useState('');
  const { today, current, period, choose } = useChosenPeriod(me);
  const tree = treeOn(page.units, today);
  const chosen = asked ?? page.unit;
  const around = tree?.byId.get(chosen);
  const commune = around?.level === 'village' ? (around.parent ?? undefined) : around?.id;
  const above = useFigures(figuresOf(page.unit, current));
  const beside = useFigures(commune !== undefined && commune !== page.unit ? figuresOf(commune, current) : undefined);
  if (!tree) return null;
  const shown = [above, beside].map((one) => (one.kind === 'shown' ? one.body : undefined));
  const found = findUnits(page, wanted, today);
  const looking = wanted.trim() !== '';
  return (
    <div className={asked === undefined ? css.area : `${css.area} ${css.onOne}`}>
      <div className={css.side}>
        {asked === undefined ? <Heading /> : <p className={css.title}>{t('title')}</p>}
        <FilterBox label={t('find')} value={wanted} found={found.length} onChange={setWanted} />
        <div className={css.list}>
          {looking ? (
            <FoundList found={found} wanted={wanted} byId={tree.byId} />
          ) : (
            <UnitTree tree={tree} chosen={chosen} heard={heardIn(shown)} now={now} />
          )}
        </div>
        <p className={css.foot}>{t('foot')}</p>
      </div>
      <div className={css.one}>
        <Profile
          key={chosen}
          me={me}
          asked={chosen}
          page={page}
          tree={tree}
          current={current}
          period={period}
          onPeriod={choose}
          now={now}
          home={asked === undefined}
        />
      </div>
    </div>
  );
};
