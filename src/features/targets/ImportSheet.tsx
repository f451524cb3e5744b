import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readTable, type Encoding, type TableRead } from '#features/read-table.ts';
import { isDay } from '#model/day.ts';
import { spanOf } from '#model/period.ts';
import { officialFigure } from '#model/records/official-figure.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { TextField } from '#ui/TextField.tsx';
import { changesOf, mostFigures, newImport } from './import-changes.ts';
import { ImportFaults } from './ImportFaults.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { readOfficialTable, type OfficialRead } from './read-official-table.ts';
import { SampleTable } from './SampleTable.tsx';
import { useWrite } from './use-write.ts';
import type { Office } from './use-office.ts';
import form from './AllocateSheet.module.css';
import css from './ImportSheet.module.css';

type Found =
  | (OfficialRead & { name: string; encoding: Encoding })
  | { name: string; kind: Exclude<TableRead, { kind: 'table' }>['kind'] };

/** A table of official figures: looked at row by row first, and written whole or not at all. */
export const ImportSheet = ({ office, onClose }: { office: Office; onClose: () => void }) => {
  const { t } = useTranslation('target-setting');
  const id = useId();
  const announce = useAnnounce();
  const writing = useWrite(officialFigure);
  const { period, today } = office;
  const { periodKind: kind } = office.me.settings;
  const { last } = spanOf(period, kind);
  const [asOf, setAsOf] = useState(last < today ? last : today);
  const [found, setFound] = useState<Found>();
  const [busy, setBusy] = useState<'reading' | 'saving'>();
  const badDay = !isDay(asOf) || asOf > today;
  const lines = found?.kind === 'read' && found.faults.length === 0 ? found.lines : [];
  const changes =
    badDay || lines.length === 0
      ? []
      : changesOf(lines, office.figures.rows ?? [], { period, asOf, today, kind }, newImport(found?.name ?? ''));
  const look = async (file: File) => {
    setFound(undefined);
    setBusy('reading');
    const { name } = file;
    const table = await readTable(file);
    const units = [office.own, ...office.units];
    setFound(
      table.kind === 'table'
        ? { name, encoding: table.encoding, ...readOfficialTable(table.rows, { units, period, today, kind }) }
        : { name, kind: table.kind },
    );
    setBusy(undefined);
  };
  const save = async () => {
    if (busy || changes.length === 0) return;
    setBusy('saving');
    const saved = await writing.write(changes);
    setBusy(undefined);
    if (!saved) return;
    announce(t('imported', { count: changes.length }));
    onClose();
  };
  const trouble = found && troubleOf(found);
  return (
    <Sheet open title={t('import')} onClose={onClose}>
      <div className={form.form}>
        <p>{t('importAbout')}</p>
        <SampleTable units={[office.own, ...office.units]} />
        <TextField
          label={t('asOf')}
          type="date"
          value={asOf}
          max={today}
          error={badDay ? t('dayWanted') : undefined}
          onChange={(event) => setAsOf(event.target.value)}
        />
        <div className={css.file}>
          <label htmlFor={id}>{t('file')}</label>
          <input
            id={id}
            type="file"
            accept=".xlsx,.csv,.txt,text/csv,text/plain"
            // The same file again, once it was put right, is a choice too.
            onClick={({ currentTarget }) => (currentTarget.value = '')}
            onChange={({ target: { files } }) => {
              const [file] = files ?? [];
              writing.forget();
              if (file) void look(file);
            }}
          />
        </div>
        <output aria-live="polite" className={css.busy}>
          {busy && t(busy)}
        </output>
        {trouble && (
          <p role="alert" className={form.trouble}>
            {t(trouble)}
          </p>
        )}
        {found?.kind === 'read' && found.faults.length > 0 && <ImportFaults faults={found.faults} rows={found.rows} />}
        {lines.length > 0 && found?.kind === 'read' && (
          <ImportPreview
            lines={lines}
            encoding={found.encoding}
            changes={changes.length}
            replacing={changes.filter(({ base }) => base.fields['count'] !== undefined).length}
            office={office}
          />
        )}
        {changes.length > mostFigures && (
          <p role="alert" className={form.trouble}>
            {t('tooManyFigures', { count: changes.length, most: mostFigures })}
          </p>
        )}
        {writing.trouble && (
          <p role="alert" className={form.trouble}>
            {writing.trouble}
          </p>
        )}
        {changes.length > 0 && changes.length <= mostFigures && (
          <Button look="strong" aria-disabled={busy !== undefined} onClick={() => void save()}>
            {t('saveNumbers', { count: changes.length })}
          </Button>
        )}
      </div>
    </Sheet>
  );
};

const troubles = {
  empty: 'tableEmpty',
  unparted: 'tableUnparted',
  'not-a-table': 'tableNotText',
  'old-excel': 'tableOldExcel',
  'too-large': 'tableTooLarge',
} as const;

/** Why the file is no table of figures, as the key of a sentence. */
const troubleOf = (found: Found) => {
  if (found.kind === 'column-missing') return `columnMissing.${found.column}` as const;
  return found.kind === 'read' ? undefined : troubles[found.kind];
};
