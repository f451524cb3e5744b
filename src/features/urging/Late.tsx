import { BellRing, CircleCheck, CircleSlash, Clock, Hourglass, MessageSquareReply, Send, VolumeX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { figuresBehind } from '#features/behind-figures.ts';
import { useUnitWords } from '#features/unit-words.ts';
import type { UnitId } from '#model/unit.ts';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { Compose } from './Compose.tsx';
import { needsWord, type UnitStanding } from './standing.ts';
import type { UrgingHere } from './use-urging.ts';
import { useStandingWords } from './use-standing-words.ts';
import css from './Urging.module.css';

const icons = {
  late: Clock,
  returned: MessageSquareReply,
  silent: VolumeX,
  nothing: BellRing,
  waiting: Hourglass,
  missed: CircleSlash,
  done: CircleCheck,
};

type Props = {
  here: UrgingHere;
  standings: readonly UnitStanding[];
  /** Whom somebody came here to write to; the message to them is open then. */
  asked: readonly UnitId[];
};

/** Everybody below, those that need a word first and chosen, and one message to all of them. */
export const Late = ({ here, standings, asked }: Props) => {
  const { t } = useTranslation('urging');
  const units = useUnitWords();
  const format = useFormat();
  const said = useStandingWords();
  // Who was chosen or left out by hand; everybody else is chosen by how they stand.
  const [byHand, setByHand] = useState<ReadonlyMap<UnitId, boolean>>(new Map());
  const [writing, setWriting] = useState(asked.length > 0);
  const what = (number: number) => t(`what.${here.level}`, { count: number });
  if (standings.length === 0) return <Empty>{t('nobody', { what: what(2) })}</Empty>;
  const isChosen = ({ unit, standing }: UnitStanding) =>
    byHand.get(unit.id) ?? (asked.length > 0 ? asked.includes(unit.id) : needsWord(standing));
  const chosen = standings.filter(isChosen);
  const count = (kinds: UnitStanding['standing']['kind'][]) =>
    standings.filter(({ standing }) => kinds.includes(standing.kind)).length;
  const province = here.level === 'communes';
  const all = standings.length;
  return (
    <>
      <div className={css.bar}>
        <p>
          <b>{t('doneOf', { done: format.number(count(['done'])), all: format.number(all), what: what(all) })}</b>
          {count(['late']) > 0 && ` · ${t('lateCount', { count: count(['late']) })}`}
          {count(['silent', 'nothing']) > 0 && ` · ${t('silentCount', { count: count(['silent', 'nothing']) })}`}
        </p>
        <Button look="strong" icon={Send} disabled={chosen.length === 0} onClick={() => setWriting(true)}>
          {chosen.length === 0
            ? t('chooseFirst', { what: what(2) })
            : t('write', { count: chosen.length, what: what(chosen.length) })}
        </Button>
      </div>
      <table className={css.table}>
        <caption className="visually-hidden">{t('view.late')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.unit')}</th>
            <th scope="col">{t('column.standing')}</th>
            <th scope="col" className={css.number}>
              {t(province ? 'column.teams' : 'column.entries')}
            </th>
            <th scope="col" className={css.number}>
              {t('column.last')}
            </th>
          </tr>
        </thead>
        <tbody>
          {standings.map((one) => {
            const { unit, row, standing } = one;
            const Icon = icons[standing.kind];
            const heard = row.lastReceivedAt;
            return (
              <tr key={unit.id}>
                <th scope="row">
                  <label className={css.choose}>
                    <input
                      type="checkbox"
                      checked={isChosen(one)}
                      aria-label={t('chooseOf', { unit: units.said(unit) })}
                      onChange={({ target: { checked } }) => setByHand(new Map(byHand).set(unit.id, checked))}
                    />
                    <span>{units.heading(unit)}</span>
                  </label>
                </th>
                <td>
                  <span className={`${css.standing} ${css[standing.kind]}`}>
                    <Icon aria-hidden size={18} />
                    {said(standing)}
                  </span>
                </td>
                <td className={css.number}>
                  <Link to={figuresBehind(unit.id, here.period)}>
                    {province
                      ? t('teamsOf', { reported: format.number(row.teamsReported), teams: format.number(row.teams) })
                      : t('entries', { count: row.entries })}
                  </Link>
                </td>
                <td className={css.number}>
                  {heard === null ? (
                    <span className={css.never}>–</span>
                  ) : (
                    <>
                      <span className={css.label}>{t('column.last')}: </span>
                      {format.instant(heard * 1000, here.now)}
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {writing && chosen.length > 0 && <Compose here={here} chosen={chosen} onClose={() => setWriting(false)} />}
    </>
  );
};
