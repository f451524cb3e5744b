import { FileSpreadsheet, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importsIn, undoing, type OfficialImport } from '#model/official-imports.ts';
import { officialFigure } from '#model/records/official-figure.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import { Sheet } from '#ui/Sheet.tsx';
import { useWrite } from './use-write.ts';
import type { Office } from './use-office.ts';
import form from './AllocateSheet.module.css';
import css from './ImportSheet.module.css';

const shown = 5;

/** Tables that were read in, the newest first; each can be undone as long as its figures stand. */
export const Imports = ({ office }: { office: Office }) => {
  const { t } = useTranslation(['target-setting', 'common']);
  const format = useFormat();
  const announce = useAnnounce();
  const writing = useWrite(officialFigure);
  const [asked, setAsked] = useState<OfficialImport>();
  const [busy, setBusy] = useState(false);
  const records = (office.figures.rows ?? []).map(({ record }) => record);
  const imports = importsIn(records).slice(0, shown);
  if (imports.length === 0) return null;
  const { me } = office;
  const by = (id: number) =>
    id === me.person.id ? t('you') : (me.team.find((one) => one.id === id)?.name ?? t('otherOfficer'));
  const fileOf = ({ file }: OfficialImport) => file || t('unnamedFile');
  const undo = async (one: OfficialImport) => {
    if (busy) return;
    setBusy(true);
    const changes = undoing(records, one.id).map(({ record, set }) => ({
      unit: record.unit,
      record: record.id,
      set,
      base: record,
    }));
    const saved = await writing.write(changes);
    setBusy(false);
    if (!saved) return;
    announce(t('undone', { count: changes.length }));
    setAsked(undefined);
  };
  return (
    <section aria-labelledby="imports" className={css.imports}>
      <h2 id="imports">{t('imports')}</h2>
      <Card as="ul">
        {imports.map((one) => (
          <li key={one.id}>
            <FileSpreadsheet aria-hidden size={20} />
            <span>
              <b>{fileOf(one)}</b>
              <small>
                {t('importSaid', {
                  count: one.figures,
                  when: format.instant(one.at * 1000, office.now),
                  name: by(one.by),
                })}
                {one.undone && ` · ${t('importUndone')}`}
              </small>
            </span>
            {one.standing > 0 && (
              <Button
                icon={Undo2}
                className={css.undo}
                aria-label={t('undoOf', { file: fileOf(one) })}
                onClick={() => setAsked(one)}
              >
                {t('undo')}
              </Button>
            )}
          </li>
        ))}
      </Card>
      {asked && (
        <Sheet
          open
          title={t('undoTitle', { file: fileOf(asked) })}
          onClose={() => {
            writing.forget();
            setAsked(undefined);
          }}
        >
          <p>{t('undoAbout', { count: asked.standing })}</p>
          {asked.figures > asked.standing && <p>{t('undoKept', { count: asked.figures - asked.standing })}</p>}
          {writing.trouble && (
            <p role="alert" className={form.trouble}>
              {writing.trouble}
            </p>
          )}
          <div className={css.two}>
            <Button onClick={() => setAsked(undefined)}>{t('common:cancel')}</Button>
            <Button look="danger" aria-disabled={busy} onClick={() => void undo(asked)}>
              {busy ? t('saving') : t('undoNow')}
            </Button>
          </div>
        </Sheet>
      )}
    </section>
  );
};
