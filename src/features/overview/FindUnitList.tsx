import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useLive } from '#features/handbook.tsx';
import { figuresBehind } from '#features/behind-figures.ts';
import { findUnits, type FoundUnit } from '#features/overview/find-units.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { useWanted } from '#features/use-wanted.ts';
import { dayInVietnam } from '#model/day.ts';
import type { PeriodId } from '#model/period.ts';
import type { Unit } from '#model/unit.ts';
import { keptUnits } from '#store/officer-pages.ts';
import css from './FindUnit.module.css';

type Props = { own: Unit; period: PeriodId; now: number; onGone: () => void };

/** What is typed, and the units it may mean; Enter goes to the first, arrows go along them. */
export const FindUnitList = ({ own, period, now, onGone }: Props) => {
  const { t } = useTranslation(['dashboard', 'units']);
  const go = useNavigate();
  const words = useUnitWords();
  const [wanted, setWanted] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const name = `/api/units?${new URLSearchParams({ unit: own.id }).toString()}`;
  useWanted([name]);
  const page = useLive(async (db) => (await keptUnits(db, name))?.body ?? undefined, [name]);
  useEffect(() => field.current?.focus(), []);
  const found = page ? findUnits(page, wanted, dayInVietnam(now)) : [];
  const nameOf = (id: string | null) => page?.units.find((unit) => unit.id === id);
  const about = ({ unit, as }: FoundUnit): string => {
    const above = unit.level === 'village' ? nameOf(unit.parent) : undefined;
    const before = as && t(as.district ? 'dashboard:find.formerOf' : 'dashboard:find.former', as);
    return [before, above && words.heading(above), unit.id].filter(Boolean).join(' · ');
  };
  const links = () => [...(list.current?.querySelectorAll('a') ?? [])];
  const along = (event: KeyboardEvent) => {
    const all: HTMLElement[] = [...(field.current ? [field.current] : []), ...links()];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = step === 0 ? undefined : all[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const first = found[0];
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows go on from the field and the links in it
    <div onKeyDown={along}>
      <input
        ref={field}
        type="text"
        className={css.field}
        aria-label={t('dashboard:find.field')}
        placeholder={t('dashboard:find.field')}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="go"
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !first) return;
          event.preventDefault();
          onGone();
          void go(figuresBehind(first.unit.id, period));
        }}
      />
      <output className="visually-hidden">
        {wanted.trim() !== '' && page && t('dashboard:find.count', { count: found.length })}
      </output>
      <div ref={list} className={css.list}>
        {found.map((one) => (
          <Link key={one.unit.id} to={figuresBehind(one.unit.id, period)} onClick={onGone}>
            <b>{words.heading(one.unit)}</b>
            <span>{about(one)}</span>
          </Link>
        ))}
        {!page && <p className={css.hint}>{t('dashboard:find.opening')}</p>}
        {page && found.length === 0 && (
          <p className={css.hint}>
            {wanted.trim() === '' ? t('dashboard:find.hint') : t('dashboard:find.nothing', { wanted: wanted.trim() })}
          </p>
        )}
      </div>
    </div>
  );
};
