import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { useUnitWords } from '#features/unit-words.ts';
import { useWords } from '#features/words.ts';
import { populationFigure } from '#model/records/official-figure.ts';
import { isPlanGoal, ratioGoal, target as definition, type AllocationWay } from '#model/records/target.ts';
import { draft, dropDraft, keepDraft } from '#store/draft.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { Choices } from '#ui/Choices.tsx';
import { useFormat } from '#ui/format.ts';
import { Sheet } from '#ui/Sheet.tsx';
import { TextField } from '#ui/TextField.tsx';
import { newestFigure } from './official.ts';
import { readCount, readPercent, share } from './shares.ts';
import type { GoalTargets, UnitTarget } from './target-rows.ts';
import { useWrite } from './use-write.ts';
import type { Office } from './use-office.ts';
import css from './AllocateSheet.module.css';

type Props = {
  office: Office;
  period: string;
  targets: GoalTargets;
  /** A plan's number, where nothing was set yet. */
  proposed?: number;
  /** A plan's target in percent is asked of everybody alike. */
  percent?: boolean;
  title?: string;
  onClose: () => void;
};
/** `seen`: the targets as they stood when the typing began. Another officer's number that came since is not replaced (M2). */
type Typed = { total: string; way: AllocationWay; parts: Record<string, string>; seen: GoalTargets };

/** One number, shared out over the units below so that it adds up, or the same percentage for each of them. */
export const AllocateSheet = ({ office, period, targets, proposed, percent = false, title, onClose }: Props) => {
  const { t } = useTranslation(['target-setting', 'common']);
  const { db, clock } = useHands();
  const words = useWords();
  const unitWords = useUnitWords();
  const format = useFormat();
  const announce = useAnnounce();
  const writing = useWrite(definition);
  const { goal, own, below, given } = targets;
  const { units } = office;
  const ratio = percent || goal === ratioGoal;
  const form = `target:${goal}:${office.own.id}:${period}`;
  const known = below.some(({ value }) => value !== undefined);
  const asKnown = (): Typed => ({
    total: String(
      own.value ??
        (ratio
          ? (below.find(({ value }) => value !== undefined)?.value ?? proposed ?? '')
          : known
            ? given
            : (proposed ?? '')),
    ),
    way: ratio ? 'same' : known ? 'hand' : 'equal',
    parts: Object.fromEntries(below.map(({ unit, value = 0 }) => [unit, String(value)])),
    seen: targets,
  });
  const [typed, setTyped] = useState<Typed>(asKnown);
  const [tried, setTried] = useState(false);
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    void draft<Typed>(db, form).then((kept) => kept && setTyped(kept.value));
  }, [db, form]);
  const change = (to: Partial<Typed>) => {
    const next = { ...typed, ...to };
    setTyped(next);
    writing.forget();
    void keepDraft(db, clock, form, next);
  };

  const total = ratio ? readPercent(typed.total) : readCount(typed.total);
  const populations = new Map(
    units.map(({ id }) => [id, newestFigure(office.figures.rows ?? [], populationFigure, id)?.count ?? 0]),
  );
  const result =
    total === undefined
      ? undefined
      : share({ way: typed.way, total, units: units.map(({ id }) => id), populations, typed: typed.parts });
  const sum =
    typed.way === 'hand' ? units.reduce((so, { id }) => so + (readCount(typed.parts[id] ?? '') ?? 0), 0) : (total ?? 0);
  const problem = () => {
    if (total === undefined) return t(ratio ? 'percentWanted' : 'countWanted');
    if (result?.kind === 'population-unknown') return t('populationUnknown', { units: namesOf(result.units) });
    if (result?.kind === 'unreadable') return t('unreadable', { units: namesOf(result.units) });
    return result?.kind === 'shared' ? result.faults.map(words.refusal).join(' ') || undefined : undefined;
  };
  const namesOf = (ids: readonly string[]) =>
    units
      .filter(({ id }) => ids.includes(id))
      .map(unitWords.short)
      .join(', ');
  const wrong = problem();

  // The commune has its own number from the province; the province sets both.
  const setsOwn = office.own.level === 'province';
  const write = async (valueOf: (target: UnitTarget) => number | null, said: string) => {
    const seen = new Map([typed.seen.own, ...typed.seen.below].map(({ unit, record }) => [unit, record]));
    const changes = [...(setsOwn ? [own] : []), ...below]
      .map((now) => ({ now, value: valueOf(now) }))
      .filter(({ now, value }) => value !== (now.value ?? null) || now.disputed)
      .map(({ now: { unit, record }, value }) => {
        const base = seen.get(unit) ?? record;
        return { unit, record: record.id, set: { value, way: typed.way }, base };
      });
    if (changes.length > 0 && !(await writing.write(changes, form))) return;
    if (changes.length === 0) await dropDraft(db, form);
    announce(said);
    onClose();
  };
  const save = async () => {
    setTried(true);
    if (wrong || total === undefined || result?.kind !== 'shared') return;
    const { parts } = result;
    await write(({ unit }) => parts.get(unit) ?? total, t('sharedOut', { count: below.length }));
  };
  const what = title ?? (isPlanGoal(goal) ? goal : words.measure(goal));
  return (
    <Sheet open title={t('shareOutSaid', { what })} onClose={onClose}>
      <div className={css.form}>
        <TextField
          label={t(ratio ? 'everybody' : setsOwn ? 'totalProvince' : 'totalCommune')}
          inputMode={ratio ? 'decimal' : 'numeric'}
          value={typed.total}
          error={tried && total === undefined ? wrong : undefined}
          hint={
            !setsOwn && own.value !== undefined && !ratio
              ? t('fromAbove', { value: format.number(own.value) })
              : undefined
          }
          onChange={(event) => change({ total: event.target.value })}
        />
        {!ratio && (
          <Choices<AllocationWay>
            legend={t('way')}
            name="way"
            value={typed.way}
            options={(['population', 'equal', 'hand'] as const).map((value) => ({
              value,
              label: t(`ways.${value}`),
              hint: t(`ways.${value}Hint`),
            }))}
            onChange={(way) =>
              change({
                way,
                // By hand one goes on from what was worked out, and not from nothing.
                ...(way === 'hand' &&
                  result?.kind === 'shared' && {
                    parts: Object.fromEntries([...result.parts].map(([unit, part]) => [unit, String(part)])),
                  }),
              })
            }
          />
        )}
        {!ratio && (
          <ul className={css.parts}>
            {units.map((unit) => {
              const name = unitWords.short(unit);
              const people = populations.get(unit.id);
              return (
                <li key={unit.id}>
                  {typed.way === 'hand' ? (
                    <TextField
                      label={name}
                      inputMode="numeric"
                      value={typed.parts[unit.id] ?? ''}
                      onChange={(event) => change({ parts: { ...typed.parts, [unit.id]: event.target.value } })}
                    />
                  ) : (
                    <p>
                      <span>
                        {name}
                        {typed.way === 'population' && (
                          <small>
                            {people
                              ? t('people', { count: people, number: format.number(people) })
                              : t('peopleUnknown')}
                          </small>
                        )}
                      </span>
                      <b>{result?.kind === 'shared' ? format.number(result.parts.get(unit.id) ?? 0) : '–'}</b>
                    </p>
                  )}
                </li>
              );
            })}
          </ul>
        )}
        {!ratio && (typed.way === 'hand' || result?.kind === 'shared') && (
          <output className={sum === total ? css.even : css.uneven}>
            {t('sum', { sum: format.number(sum), total: total === undefined ? '–' : format.number(total) })}
          </output>
        )}
        {(tried && wrong) || writing.trouble ? (
          <p role="alert" className={css.trouble}>
            {writing.trouble ?? wrong}
          </p>
        ) : null}
        <Button look="strong" onClick={() => void save()}>
          {t('save', { count: units.length })}
        </Button>
        {known && !leaving && (
          <Button look="quiet" onClick={() => setLeaving(true)}>
            {t('takeBack')}
          </Button>
        )}
        {known && leaving && (
          <Button look="danger" onClick={() => void write(() => null, t('tookBack', { what }))}>
            {t('takeBackNow', { count: units.length })}
          </Button>
        )}
      </div>
    </Sheet>
  );
};
