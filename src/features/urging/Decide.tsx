import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { useUnitWords } from '#features/unit-words.ts';
import { useWords } from '#features/words.ts';
import { proposalOf, signs, type Proposal } from '#model/merit.ts';
import type { EditableRecord } from '#model/record.ts';
import { merit, meritName, meritNoteLimit, type Decided } from '#model/records/merit.ts';
import { writeRecord } from '#store/write-record.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { Choices } from '#ui/Choices.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import type { Judged } from './facts.ts';
import { useFactWords } from './use-fact-words.ts';
import type { UrgingHere } from './use-urging.ts';
import css from './Urging.module.css';

type Props = {
  here: UrgingHere;
  judged: Judged;
  decided: Decided | undefined;
  base: EditableRecord | undefined;
  onClose: () => void;
};

const decisions: Proposal[] = ['praise', 'correction', 'none'];

/** An officer's own decision about a unit's month, with what it was decided on. */
export const Decide = ({ here, judged: { one, facts, said }, decided, base, onClose }: Props) => {
  const { t } = useTranslation(['urging', 'common']);
  const { db, clock } = useHands();
  const words = useUnitWords();
  const say = useWords();
  const inWords = useFactWords();
  const announce = useAnnounce();
  const proposal = proposalOf(said);
  const [decision, setDecision] = useState<Proposal>(decided?.decision ?? proposal);
  const [note, setNote] = useState(decided?.note ?? '');
  const [trouble, setTrouble] = useState<string>();
  const save = async () => {
    const written = await writeRecord(db, clock, merit, one.unit.id, {
      record: meritName(one.unit.id, here.period),
      set: { decision, signs: { ...said }, note: note.normalize('NFC').trim() },
      ...(base && { base }),
    });
    if (written.kind !== 'saved')
      return setTrouble(written.kind === 'refused' ? written.faults.map(say.refusal).join(' ') : t(written.why));
    announce(t('merit.done', { unit: words.said(one.unit) }));
    return onClose();
  };
  return (
    <Sheet open title={t('merit.title', { unit: words.said(one.unit) })} onClose={onClose}>
      <ul className={css.signs}>
        {signs.map((sign) => (
          <li key={sign} className={css[said[sign]]}>
            <small>{t(`merit.sign.${sign}`)}</small>
            {inWords(sign, facts)}
          </li>
        ))}
      </ul>
      <p>{t(`merit.because.${proposal}`)}</p>
      <Choices
        legend={t('merit.column.decision')}
        name="decision"
        options={decisions.map((value) => ({ value, label: t(`merit.decision.${value}`) }))}
        value={decision}
        onChange={setDecision}
      />
      <TextArea
        label={t('merit.column.note')}
        optional={t('common:optional')}
        rows={3}
        maxLength={meritNoteLimit}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {trouble && (
        <p role="alert" className={css.trouble}>
          {trouble}
        </p>
      )}
      <Button look="primary" onClick={() => void save()}>
        {t('merit.save')}
      </Button>
    </Sheet>
  );
};
