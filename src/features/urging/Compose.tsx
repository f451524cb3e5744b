import { Copy, Megaphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { useUnitWords } from '#features/unit-words.ts';
import { useWords } from '#features/words.ts';
import { announcement, announcementLimit, titleLimit } from '#model/records/announcement.ts';
import { writeRecord } from '#store/write-record.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { useDirtyForm } from '#ui/dirty-forms.ts';
import { useFormat } from '#ui/format.ts';
import { Sheet } from '#ui/Sheet.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { TextField } from '#ui/TextField.tsx';
import type { UnitStanding } from './standing.ts';
import { useStandingWords } from './use-standing-words.ts';
import type { UrgingHere } from './use-urging.ts';
import css from './Urging.module.css';

type Props = { here: UrgingHere; chosen: readonly UnitStanding[]; onClose: () => void };

/** One message to all that were chosen: sent within the handbook, or copied to where people talk. */
export const Compose = ({ here, chosen, onClose }: Props) => {
  const { t } = useTranslation('urging');
  const { db, clock } = useHands();
  const units = useUnitWords();
  const say = useWords();
  const said = useStandingWords();
  const format = useFormat();
  const announce = useAnnounce();
  const { period, due, today } = here;
  const { level } = here;
  const many = { count: chosen.length, what: t(`what.${level}`, { count: chosen.length }) };
  const when = { month: format.month(period), year: period.slice(0, 4), day: format.dayLong(due) };
  const [title, setTitle] = useState(t('message.title', when));
  const [text, setText] = useState(t(`message.${level}${today > due ? 'Past' : ''}`, when));
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  useDirtyForm(true);
  const list = chosen.map(({ unit, standing }) => `- ${units.heading(unit)}: ${said(standing)}`);

  const send = async () => {
    if (busy) return;
    if (title.trim() === '' || text.trim() === '') return setTrouble(t('message.empty'));
    setBusy(true);
    const written = await writeRecord(db, clock, announcement, here.own.id, {
      set: {
        title: title.normalize('NFC').trim(),
        text: text.normalize('NFC').trim(),
        units: chosen.map(({ unit }) => unit.id),
        urging: { period, officers: level === 'communes' },
      },
    });
    setBusy(false);
    if (written.kind !== 'saved')
      return setTrouble(written.kind === 'refused' ? written.faults.map(say.refusal).join(' ') : t(written.why));
    announce(t('message.sent', many));
    return onClose();
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText([title, '', text, '', ...list].join('\n'));
      announce(t('message.copied'));
    } catch {
      setTrouble(t('message.notCopied'));
    }
  };
  return (
    <Sheet open title={t('message.heading', many)} onClose={onClose}>
      <p className={css.quiet}>{t(`message.about.${level}`)}</p>
      <TextField
        label={t('message.titleLabel')}
        value={title}
        maxLength={titleLimit}
        autoComplete="off"
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextArea
        label={t('message.textLabel')}
        rows={6}
        value={text}
        maxLength={announcementLimit}
        onChange={(event) => setText(event.target.value)}
      />
      <details className={css.list}>
        <summary>{t('message.to', many)}</summary>
        <ul>
          {list.map((line) => (
            <li key={line}>{line.slice(2)}</li>
          ))}
        </ul>
      </details>
      {trouble && (
        <p role="alert" className={css.trouble}>
          {trouble}
        </p>
      )}
      <Button look="primary" icon={Megaphone} aria-disabled={busy} onClick={() => void send()}>
        {busy ? t('message.sending') : t('message.send')}
      </Button>
      <Button icon={Copy} onClick={() => void copy()}>
        {t('message.copy')}
      </Button>
    </Sheet>
  );
};
