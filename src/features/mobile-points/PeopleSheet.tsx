import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { useWords } from '#features/words.ts';
import { readCount } from '#model/draft.ts';
import { attendance, attendanceName } from '#model/records/attendance.ts';
import type { MobilePoint } from '#model/records/mobile-point.ts';
import type { UnitId } from '#model/unit.ts';
import { writeRecord } from '#store/write-record.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import { Sheet } from '#ui/Sheet.tsx';
import { Stepper } from '#ui/Stepper.tsx';
import type { PointWords } from './point-words.ts';
import css from './PeopleSheet.module.css';

type Props = {
  open: boolean;
  point: MobilePoint;
  unit: UnitId;
  people: number | null;
  words: PointWords;
  onClose: () => void;
};

/** How many residents the team will bring: a number, and no names. */
export const PeopleSheet = ({ open, point, unit, people, words, onClose }: Props) => {
  const { t } = useTranslation('mobile-points');
  const { db, clock } = useHands();
  const f = useFormat();
  const say = useWords();
  const announce = useAnnounce();
  const [text, setText] = useState(String(people ?? 0));
  const [trouble, setTrouble] = useState<string>();
  const count = readCount(text);
  const save = async () => {
    if (Number.isNaN(count) || count > 100_000) return setTrouble(t('peopleWrong'));
    const record = attendanceName(point.id, unit);
    const written = await writeRecord(db, clock, attendance, unit, { record, set: { people: count } });
    if (written.kind === 'refused') return setTrouble(written.faults.map(say.refusal).join(' '));
    if (written.kind === 'not-stored') return setTrouble(t(written.why));
    announce(t('saved'));
    return onClose();
  };
  return (
    <Sheet open={open} title={t('sheet')} onClose={onClose}>
      <p className={css.about}>
        {t('sheetFor', { what: words.what(point.what), day: f.weekday(point.day), place: point.place })}
      </p>
      <div className={css.stepper}>
        <Stepper
          id="people"
          labels={{ group: t('people'), amount: t('people'), more: t('addOne'), less: t('takeOne') }}
          text={text}
          count={count}
          onText={(next) => {
            setText(next);
            setTrouble(undefined);
          }}
          error={trouble && 'people-problem'}
        />
      </div>
      {point.capacity > 0 && count > point.capacity && (
        <p className={css.about} aria-live="polite">
          {t('overCapacity', { number: f.number(point.capacity) })}
        </p>
      )}
      {trouble && (
        <p id="people-problem" role="alert" className={css.problem}>
          {trouble}
        </p>
      )}
      <Button look="primary" onClick={() => void save()}>
        {t('save')}
      </Button>
    </Sheet>
  );
};
