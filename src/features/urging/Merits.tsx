import { Award, CircleHelp, FileSpreadsheet, Minus, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { figuresBehind } from '#features/behind-figures.ts';
import { useOfficerRecords } from '#features/officer-records.ts';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { RecordWhere, whereInAll } from '#features/RecordWhere.tsx';
import { handOn } from '#features/send-file.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { proposalOf, signs, signsOf, thresholds } from '#model/merit.ts';
import { decidedIn, merit, meritName } from '#model/records/merit.ts';
import { target } from '#model/records/target.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { Card } from '#ui/Card.tsx';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { Decide } from './Decide.tsx';
import { factsOf, type Judged } from './facts.ts';
import { meritTable, xlsxType } from './merit-table.ts';
import type { UnitStanding } from './standing.ts';
import { useFactWords } from './use-fact-words.ts';
import type { UrgingHere } from './use-urging.ts';
import css from './Urging.module.css';

const icons = { praise: Award, correction: TriangleAlert, none: Minus };

/** What each unit's month proposes, by rules that are said, and what an officer decided. */
export const Merits = ({ here, standings }: { here: UrgingHere; standings: readonly UnitStanding[] }) => {
  const { t } = useTranslation('urging');
  const words = useUnitWords();
  const format = useFormat();
  const announce = useAnnounce();
  const inWords = useFactWords();
  const { me, period, due, today, confirmations, below } = here;
  const { rows: targets, page: targetsPage } = useOfficerRecords(target.type);
  const { rows = [], baseOf } = useOfficerRecords(merit.type);
  const [deciding, setDeciding] = useState<Judged>();
  const judged = useMemo(
    () =>
      standings
        .map((one): Judged => {
          const facts = factsOf(one, { targets: targets ?? [], period, confirmations, below });
          return { one, facts, said: signsOf(facts) };
        })
        .sort((a, b) => words.short(a.one.unit).localeCompare(words.short(b.one.unit), 'vi', { numeric: true })),
    [standings, targets, period, confirmations, below, words],
  );
  if (today <= due) return <Empty icon={CircleHelp}>{t('merit.tooEarly', { day: format.dayLong(due) })}</Empty>;
  // Without them a unit would seem to have no targets, and something else would be proposed.
  if (!targets) return targetsPage.kind === 'shown' ? null : <NothingToShow page={targetsPage} />;
  const rowOf = (unit: string) => rows.find(({ id }) => id === meritName(unit, period));
  const by = (id: number) =>
    id === me.person.id ? t('you') : (me.team.find((one) => one.id === id)?.name ?? t('colleague'));
  const download = async () => {
    const lines = judged.map(({ one, facts, said }) => {
      const decided = decidedIn(rowOf(one.unit.id)?.record);
      return [
        one.unit.id,
        words.heading(one.unit),
        ...signs.map((sign) => inWords(sign, facts)),
        t(`merit.proposal.${proposalOf(said)}`),
        decided ? t(`merit.decision.${decided.decision}`) : '',
        decided?.note ?? '',
        decided ? by(decided.by) : '',
        decided ? format.instant(decided.at * 1000, here.now) : '',
      ];
    });
    const heads = [
      t('merit.column.code'),
      t('column.unit'),
      ...signs.map((sign) => t(`merit.sign.${sign}`)),
      t('merit.column.proposal'),
      t('merit.column.decision'),
      t('merit.column.note'),
      t('merit.column.by'),
      t('merit.column.at'),
    ];
    const title = t('merit.tableTitle', { month: format.month(period), year: period.slice(0, 4) });
    const blob = await meritTable(title, heads, lines);
    const how = await handOn(new File([blob], t('merit.file', { period }), { type: xlsxType }), title);
    if (how !== 'cancelled') announce(t('merit.saved'));
  };
  return (
    <>
      <div className={css.bar}>
        <p className={css.quiet}>{t('merit.about')}</p>
        <Button icon={FileSpreadsheet} onClick={() => void download()}>
          {t('merit.download')}
        </Button>
      </div>
      <details className={css.rules}>
        <summary>{t('merit.rules')}</summary>
        <ul>
          <li>{t('merit.rule.onTime', { days: thresholds.lateDays })}</li>
          <li>
            {t('merit.rule.pace', {
              good: format.percent(thresholds.paceGood),
              bad: format.percent(thresholds.paceBad),
            })}
          </li>
          <li>
            {t(here.own.level === 'province' ? 'merit.rule.qualityTeams' : 'merit.rule.qualitySilence', {
              good: format.percent(thresholds.completeGood),
              bad: format.percent(thresholds.completeBad),
              days: me.settings.silentDays,
            })}
          </li>
          <li>{t('merit.rule.mended')}</li>
          <li>{t('merit.rule.together', { agreeing: thresholds.agreeing })}</li>
        </ul>
      </details>
      <Card as="ul">
        {judged.map((each) => {
          const { one, facts, said } = each;
          const proposal = proposalOf(said);
          const row = rowOf(one.unit.id);
          const decided = decidedIn(row?.record);
          const Icon = icons[decided?.decision ?? proposal];
          return (
            <li key={one.unit.id} className={css.merit}>
              <Link className={css.name} to={figuresBehind(one.unit.id, period)}>
                {words.heading(one.unit)}
              </Link>
              <ul className={css.signs}>
                {signs.map((sign) => (
                  <li key={sign} className={css[said[sign]]}>
                    <small>{t(`merit.sign.${sign}`)}</small>
                    {inWords(sign, facts)}
                  </li>
                ))}
              </ul>
              <p className={`${css.proposal} ${css[decided?.decision ?? proposal]}`}>
                <Icon aria-hidden size={18} />
                <span>
                  {decided ? t(`merit.decision.${decided.decision}`) : t(`merit.proposal.${proposal}`)}
                  <small>
                    {decided
                      ? `${by(decided.by)}, ${format.instant(decided.at * 1000, here.now)}`
                      : t('merit.undecided')}
                    {row && whereInAll(row) !== 'received' && <RecordWhere where={whereInAll(row)} />}
                  </small>
                </span>
              </p>
              <Button
                className={css.decide}
                aria-label={t(decided ? 'merit.changeOf' : 'merit.decideOf', { unit: words.said(one.unit) })}
                onClick={() => setDeciding(each)}
              >
                {t(decided ? 'merit.change' : 'merit.decide')}
              </Button>
            </li>
          );
        })}
      </Card>
      {deciding && (
        <Decide
          here={here}
          judged={deciding}
          decided={decidedIn(rowOf(deciding.one.unit.id)?.record)}
          base={baseOf(meritName(deciding.one.unit.id, period))}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </>
  );
};
