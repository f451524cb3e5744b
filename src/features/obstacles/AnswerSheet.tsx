import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive, useNow } from '#features/handbook.tsx';
import { dayInVietnam } from '#model/day.ts';
import { mobilePoint, mobilePointOf } from '#model/records/mobile-point.ts';
import type { EditableRecord } from '#model/record.ts';
import { answerLimit, lastSaid, type Obstacle, type Said } from '#model/records/obstacle.ts';
import { recordsOfType } from '#store/records.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import { Sheet } from '#ui/Sheet.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { useWrite } from './use-write.ts';
import css from './AnswerSheet.module.css';

type Props = {
  open: boolean;
  /** What is answered: one obstacle, or many at once. */
  targets: readonly { one: Obstacle; base?: EditableRecord | undefined }[];
  from: 'commune' | 'province';
  /** Of what is answered, by village. */
  names: readonly string[];
  onClose: () => void;
  onSent: () => void;
};

/** One answer, for one team or for many. */
export const AnswerSheet = ({ open, targets, from, names, onClose, onSent }: Props) => {
  const { t } = useTranslation(['obstacles', 'common']);
  const f = useFormat();
  const announce = useAnnounce();
  const today = dayInVietnam(useNow());
  const { write, trouble, forget } = useWrite();
  const [text, setText] = useState('');
  const [point, setPoint] = useState('');
  const points = (useLive((db) => recordsOfType(db, mobilePoint.type)) ?? [])
    .map(({ record }) => mobilePointOf(record))
    .filter(({ day, cancelled }) => day >= today && cancelled === null)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const send = async () => {
    const said: Said = { from, kind: 'answer', text: text.normalize('NFC').trim(), ...(point && { point }) };
    const changes = targets.map(({ one, base }) => ({
      record: one.id,
      unit: one.unit,
      add: { said: { ...said, ...lastSaid(one) } },
      ...(base && { base }),
    }));
    if (!(await write(changes))) return;
    setText('');
    setPoint('');
    announce(t('officer.sent', { count: targets.length }));
    onSent();
  };
  return (
    <Sheet open={open} title={t('officer.answerTitle', { count: targets.length })} onClose={onClose}>
      <p className={css.names}>{names.join(' · ')}</p>
      <TextArea
        label={t('officer.yourAnswer')}
        rows={4}
        maxLength={answerLimit}
        value={text}
        error={trouble}
        hint={t('officer.answerHint')}
        onChange={(event) => {
          setText(event.target.value);
          forget();
        }}
      />
      {points.length > 0 && (
        <div className={css.point}>
          <label htmlFor="answer-point">{t('officer.choosePoint')}</label>
          <select id="answer-point" value={point} onChange={(event) => setPoint(event.target.value)}>
            <option value="">{t('officer.noPoint')}</option>
            {points.map(({ id, day, place }) => (
              <option key={id} value={id}>
                {f.heading(day)}, {place}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className={css.ways}>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button look="strong" onClick={() => void send()}>
          {t('officer.send')}
        </Button>
      </div>
    </Sheet>
  );
};
