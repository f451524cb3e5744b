import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitWords } from '#features/unit-words.ts';
import { isDay } from '#model/day.ts';
import { spanOf } from '#model/period.ts';
import type { EditableRecord } from '#model/record.ts';
import { figureValue, officialCounts, officialFigure } from '#model/records/official-figure.ts';
import type { Unit } from '#model/unit.ts';
import { useHands } from '#features/handbook.tsx';
import { draft, dropDraft, keepDraft } from '#store/draft.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { TextField } from '#ui/TextField.tsx';
import { newestDay, recordOf } from './official.ts';
import { readCount } from './shares.ts';
import { useWrite } from './use-write.ts';
import type { Office } from './use-office.ts';
import css from './AllocateSheet.module.css';

/** What was typed, figure by figure, and the records as they stood when the typing began (rule M2). */
type Typed = { asOf: string; counts: string[]; seen: EditableRecord[] };

/** The official figures of one unit and month, and the day they were true on. An emptied field takes its figure back. */
export const FiguresSheet = ({ office, unit, onClose }: { office: Office; unit: Unit; onClose: () => void }) => {
  const { t } = useTranslation('target-setting');
  const units = useUnitWords();
  const announce = useAnnounce();
  const writing = useWrite(officialFigure);
  const { period, today } = office;
  const { db, clock } = useHands();
  const form = `official:${unit.id}:${period}`;
  const { last } = spanOf(period, office.me.settings.periodKind);
  const [{ asOf, counts, seen }, setTyped] = useState<Typed>(() => {
    const records = officialCounts.map((figure) =>
      recordOf(office.figures.rows ?? [], { figure, unit: unit.id, period }),
    );
    return {
      asOf: newestDay(records) ?? (last < today ? last : today),
      counts: records.map((record) => String(figureValue(record)?.count ?? '')),
      seen: records,
    };
  });
  const [tried, setTried] = useState(false);
  useEffect(() => {
    void draft<Typed>(db, form).then((kept) => kept && setTyped(kept.value));
  }, [db, form]);
  const change = (to: Partial<Typed>) => {
    const next = { asOf, counts, seen, ...to };
    setTyped(next);
    writing.forget();
    void keepDraft(db, clock, form, next);
  };
  const badDay = !isDay(asOf) || asOf > today;
  const wrong = (said: string) => said.trim() !== '' && readCount(said) === undefined;
  const dayBefore = newestDay(seen);
  const save = async () => {
    setTried(true);
    if (badDay || counts.some(wrong)) return;
    const changes = seen.flatMap((base, at) => {
      const before = figureValue(base);
      const count = readCount(counts[at]!) ?? null;
      // A figure of an earlier day keeps its day, unless it is counted anew.
      const sameDay = before?.asOf !== dayBefore || asOf === dayBefore;
      if (count === (before?.count ?? null) && (count === null || sameDay)) return [];
      return [{ unit: unit.id, record: base.id, set: { count, asOf }, base }];
    });
    if (changes.length > 0 && !(await writing.write(changes, form))) return;
    if (changes.length === 0) await dropDraft(db, form);
    announce(t('figuresSaved', { unit: units.said(unit) }));
    onClose();
  };
  return (
    <Sheet open title={t('editOf', { unit: units.said(unit) })} onClose={onClose}>
      <div className={css.form}>
        <TextField
          label={t('asOf')}
          type="date"
          value={asOf}
          max={today}
          error={tried && badDay ? t('dayWanted') : undefined}
          onChange={(event) => change({ asOf: event.target.value })}
        />
        {officialCounts.map((figure, place) => (
          <TextField
            key={figure}
            label={t(`figure.${figure}`)}
            inputMode="numeric"
            value={counts[place] ?? ''}
            error={tried && wrong(counts[place] ?? '') ? t('countWanted') : undefined}
            onChange={({ target: { value } }) =>
              change({ counts: counts.map((said, at) => (at === place ? value : said)) })
            }
          />
        ))}
        {writing.trouble && (
          <p role="alert" className={css.trouble}>
            {writing.trouble}
          </p>
        )}
        <Button look="strong" onClick={() => void save()}>
          {t('saveFigures')}
        </Button>
      </div>
    </Sheet>
  );
};
