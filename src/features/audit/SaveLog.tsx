import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileOf, type Heads, type Line } from '#features/audit/log-file.ts';
import type { ActWords } from '#features/audit/use-act-words.ts';
import { useHands, useOffice } from '#features/handbook.tsx';
import { saveFile } from '#features/send-file.ts';
import { useWords } from '#features/words.ts';
import { dayInVietnam } from '#model/day.ts';
import type { AuditPage } from '#store/officer-pages.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import css from './Audit.module.css';

type Props = { address: string; wordsOf: (units: AuditPage['units']) => ActWords };

/** Fetches the log whole, as chosen, and saves it as a table. */
export const SaveLog = ({ address, wordsOf }: Props) => {
  const { t } = useTranslation('audit');
  const { clock } = useHands();
  const office = useOffice();
  const words = useWords();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ trouble: boolean; words: string }>();

  const linesOf = (page: AuditPage): Line[] => {
    const act = wordsOf(page.units);
    return page.rows.map((row) => ({
      at: row.at,
      who: act.who(row),
      place: row.by ? act.place(row.by.unit) : '',
      device: row.device,
      what: act.what(row),
      about: act.place(row.unit),
    }));
  };
  const save = async (kind: 'csv' | 'xlsx') => {
    if (busy) return;
    setBusy(true);
    setSaid(undefined);
    const outcome = await office.wholeLog(address);
    if (outcome.kind === 'answered') {
      const heads = t('columns', { returnObjects: true }) as Heads;
      const name = `${t('file')}-${dayInVietnam(clock.now())}`;
      try {
        const file = await fileOf(kind, name, t('sheet'), heads, linesOf(outcome.answer));
        saveFile(file);
        announce(t('saved', { file: file.name }));
        setSaid({ trouble: false, words: t(outcome.answer.next === null ? 'saved' : 'cut', { file: file.name }) });
      } catch {
        // The library did not come: an update in between, or never fetched before the link went.
        setSaid({ trouble: true, words: t('noNetwork') });
      }
    } else
      setSaid({ trouble: true, words: outcome.kind === 'refused' ? words.refusal(outcome.refusal) : t('noNetwork') });
    setBusy(false);
  };
  return (
    <div className={css.save}>
      {(['xlsx', 'csv'] as const).map((kind) => (
        <Button key={kind} className={css.button} icon={Download} aria-disabled={busy} onClick={() => void save(kind)}>
          {t(kind)}
        </Button>
      ))}
      <output className={said?.trouble ? css.trouble : css.quiet}>{busy ? t('saving') : said?.words}</output>
    </div>
  );
};
