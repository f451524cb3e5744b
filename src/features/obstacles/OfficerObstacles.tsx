import { CircleCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '#features/handbook.tsx';
import { Kept } from '#features/Kept.tsx';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { useOfficerRecords } from '#features/officer-records.ts';
import { useSituation } from '#features/situation.ts';
import { dayInVietnam } from '#model/day.ts';
import { levelOfRole } from '#model/person.ts';
import { obstacle, obstacleOf, whoseMove, type Obstacle } from '#model/records/obstacle.ts';
import { useArrival } from '#ui/arrival.ts';
import { Button } from '#ui/Button.tsx';
import { Card } from '#ui/Card.tsx';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { Tabs } from '#ui/Tabs.tsx';
import { AnswerSheet } from './AnswerSheet.tsx';
import { useHeldUp } from './held-up.ts';
import { OfficerLine } from './OfficerLine.tsx';
import { useObstacleWords } from './obstacle-words.ts';
import css from './OfficerObstacles.module.css';

const filters = ['own', 'other', 'solved'] as const;
type Filter = (typeof filters)[number];

/** What the teams of an area are stuck on, the oldest first; one answer may serve many. */
const OfficerObstacles = () => {
  const { t } = useTranslation('obstacles');
  const f = useFormat();
  const now = useNow();
  const today = dayInVietnam(now);
  const me = useSituation();
  const { rows, units, page, baseOf } = useOfficerRecords(obstacle.type);
  const [filter, setFilter] = useState<Filter>('own');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [answering, setAnswering] = useState(false);
  const heading = useArrival(t('title'));
  const all = useMemo(() => [...(me?.units ?? []), ...units], [me, units]);
  const words = useObstacleWords(all);
  const heldUp = useHeldUp();
  if (!me) return null;
  const level = levelOfRole[me.person.role] === 'commune' ? 'commune' : 'province';
  const filterOf = (one: Obstacle): Filter => {
    const whose = whoseMove(one);
    if (whose === 'nobody') return 'solved';
    return whose === level ? 'own' : 'other';
  };
  const open = (rows ?? [])
    .map((row) => ({ row, one: obstacleOf(row.record) }))
    .sort((a, b) => a.one.raisedAt - b.one.raisedAt);
  const shown = open.filter(({ one }) => filterOf(one) === filter);
  if (filter === 'solved') shown.reverse();
  const picked = shown.filter(({ one }) => chosen.includes(one.id));
  const choose = (id: string, on: boolean) => setChosen(on ? [...chosen, id] : chosen.filter((other) => other !== id));

  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1 tabIndex={-1} ref={heading}>
          {t('title')}
        </h1>
        <p>{t(level === 'commune' ? 'officer.about' : 'officer.aboutProvince')}</p>
      </header>
      {page.kind === 'shown' && <Kept trouble={page.trouble} asOf={page.body.at} now={now} />}
      {!rows && page.kind !== 'shown' ? (
        <NothingToShow page={page} />
      ) : (
        <Tabs
          label={t('officer.filters')}
          tabs={filters.map((key) => ({
            key,
            label: t(`officer.filter.${key}`, {
              number: f.number(open.filter(({ one }) => filterOf(one) === key).length),
            }),
          }))}
          value={filter}
          onChange={(next) => {
            setFilter(next);
            setChosen([]);
          }}
        >
          {shown.length === 0 ? (
            <Empty icon={CircleCheck}>{t(`officer.none.${filter}`)}</Empty>
          ) : (
            <Card as="ul">
              {shown.map(({ row, one }) => (
                <OfficerLine
                  key={one.id}
                  row={row}
                  one={one}
                  level={level}
                  today={today}
                  words={words}
                  heldUp={heldUp.said(one)}
                  chosen={filter === 'solved' ? undefined : chosen.includes(one.id)}
                  onChoose={(on) => choose(one.id, on)}
                />
              ))}
            </Card>
          )}
        </Tabs>
      )}
      {picked.length > 0 && (
        <div className={css.bar}>
          <p aria-live="polite">{t('officer.chosen', { count: picked.length })}</p>
          <Button onClick={() => setChosen([])}>{t('officer.clear')}</Button>
          <Button look="strong" onClick={() => setAnswering(true)}>
            {t(picked.length > 1 ? 'officer.answerMany' : 'officer.answer')}
          </Button>
        </div>
      )}
      <AnswerSheet
        open={answering}
        targets={picked.map(({ one }) => ({ one, base: baseOf(one.id) }))}
        from={level}
        names={picked.map(({ one }) => `${words.village(one)}: ${words.kind(one.kind)}`)}
        onClose={() => setAnswering(false)}
        onSent={() => {
          setAnswering(false);
          setChosen([]);
        }}
      />
    </div>
  );
};
export default OfficerObstacles;
