import { CircleAlert, CircleCheck } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitWords } from '#features/unit-words.ts';
import { isDay } from '#model/day.ts';
import { spanOf } from '#model/period.ts';
import { officialCounts, officialFigure } from '#model/records/official-figure.ts';
import { readText } from '#features/read-file.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import { Sheet } from '#ui/Sheet.tsx';
import { TextField } from '#ui/TextField.tsx';
import { recordOf } from './official.ts';
import { readOfficialTable, type Line, type OfficialRead } from './read-official-table.ts';
import { useWrite } from './use-write.ts';
import type { Office } from './use-office.ts';
import form from './AllocateSheet.module.css';
import css from './ImportSheet.module.css';

type Found = OfficialRead | { kind: 'not-text' | 'too-large' };

/** A table of official figures: looked at line by line first, and saved only when a person says so. */
export const ImportSheet = ({ office, onClose }: { office: Office; onClose: () => void }) => {
  const { t } = useTranslation('target-setting');
  const id = useId();
  const announce = useAnnounce();
  const writing = useWrite(officialFigure);
  const { period, today } = office;
  const { last } = spanOf(period, office.me.settings.periodKind);
  const [asOf, setAsOf] = useState(last < today ? last : today);
  const [read, setRead] = useState<Found>();
  const badDay = !isDay(asOf) || asOf > today;
  const good = read?.kind === 'read' ? read.lines.filter(({ fault }) => !fault) : [];
  const look = async (file: File) => {
    const found = await readText(file);
    setRead(found.kind === 'text' ? readOfficialTable(found.text, [office.own, ...office.units]) : found);
  };
  const save = async () => {
    if (badDay || good.length === 0) return;
    const changes = good.flatMap(({ unit, counts }) =>
      officialCounts.flatMap((figure) => {
        const count = counts[figure];
        if (count === undefined || unit === undefined) return [];
        const base = recordOf(office.figures.rows ?? [], { figure, unit, period });
        return [{ unit, record: base.id, set: { count, asOf }, base }];
      }),
    );
    if (!(await writing.write(changes))) return;
    announce(t('imported', { count: good.length }));
    onClose();
  };
  return (
    <Sheet open title={t('import')} onClose={onClose}>
      <div className={form.form}>
        <p>{t('importAbout')}</p>
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
            accept=".csv,text/csv,text/plain"
            // The same file again, once it was put right, is a choice too.
            onClick={({ currentTarget }) => (currentTarget.value = '')}
            onChange={({ target: { files } }) => {
              const [file] = files ?? [];
              writing.forget();
              if (file) void look(file);
            }}
          />
        </div>
        {read?.kind === 'empty' && (
          <p role="alert" className={form.trouble}>
            {t('tableEmpty')}
          </p>
        )}
        {(read?.kind === 'not-text' || read?.kind === 'too-large') && (
          <p role="alert" className={form.trouble}>
            {t(read.kind === 'not-text' ? 'tableNotText' : 'tableTooLarge')}
          </p>
        )}
        {read?.kind === 'column-missing' && (
          <p role="alert" className={form.trouble}>
            {t(`columnMissing.${read.column}`)}
          </p>
        )}
        {read?.kind === 'read' && <Preview lines={read.lines} office={office} />}
        {writing.trouble && (
          <p role="alert" className={form.trouble}>
            {writing.trouble}
          </p>
        )}
        {good.length > 0 && (
          <Button look="strong" onClick={() => void save()}>
            {t('saveLines', { count: good.length })}
          </Button>
        )}
      </div>
    </Sheet>
  );
};

/** What each line would do, and why some are left out. */
const Preview = ({ lines, office }: { lines: readonly Line[]; office: Office }) => {
  const { t } = useTranslation('target-setting');
  const units = useUnitWords();
  const format = useFormat();
  const left = lines.filter(({ fault }) => fault).length;
  return (
    <section aria-label={t('preview')}>
      <p className={css.sum}>{t('previewSum', { good: lines.length - left, left })}</p>
      <ul className={css.lines}>
        {lines.map(({ at, unit, named, counts, fault }) => {
          const found = [office.own, ...office.units].find((one) => one.id === unit);
          const said = officialCounts.flatMap((figure) => {
            const count = counts[figure];
            return count === undefined ? [] : [`${t(`figure.${figure}`)} ${format.number(count)}`];
          });
          return (
            <li key={at} className={fault ? css.left : undefined}>
              {fault ? <CircleAlert aria-hidden size={18} /> : <CircleCheck aria-hidden size={18} />}
              <span>
                {t('line', { at })} <b>{found ? units.short(found) : named}</b>{' '}
                {fault ? t(`lineFault.${fault.why}`, { said: fault.said }) : said.join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
