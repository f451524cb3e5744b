import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handOn } from '#features/send-file.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { writeCsv } from '#model/csv.ts';
import { dayInVietnam } from '#model/day.ts';
import { villageCode } from '#model/unit-names.ts';
import { existsOn, type Unit } from '#model/unit.ts';
import type { WrongCell } from '#model/village-rows.ts';
import type { UnitsPage } from '#store/officer-pages.ts';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import { Sheet } from '#ui/Sheet.tsx';
import { mostVillages, readFileOfVillages, type FileRead } from './read-file-of-villages.ts';
import { useChange } from './use-change.ts';
import css from './Manage.module.css';

type Props = { page: UnitsPage; now: number; onClose: () => void };

const faultsShown = 50;

/** Villages from a file: looked at first, and taken in whole or not at all. */
export const ImportSheet = ({ page, now, onClose }: Props) => {
  const { t } = useTranslation('area');
  const id = useId();
  const change = useChange();
  const [read, setRead] = useState<FileRead>();
  const [reading, setReading] = useState(false);
  const today = dayInVietnam(now);
  const communes = new Map(
    page.units.filter((unit) => unit.level === 'commune' && existsOn(unit, today)).map((unit) => [unit.id, unit]),
  );
  const look = async (file: File) => {
    change.forget();
    setRead(undefined);
    setReading(true);
    setRead(await readFileOfVillages(file, communes));
    setReading(false);
  };
  const take = async (villages: readonly Unit[]) => {
    const rows = villages.map((village) => ({
      parent: village.parent!,
      code: villageCode(village),
      name: village.name,
      type: village.type,
      begins: village.validFrom,
    }));
    const done = await change.send(
      (office) => office.importVillages(rows),
      ({ added, unchanged, ended }) => t('imported', { added, unchanged, ended }),
    );
    if (done) onClose();
  };
  const sample = () => {
    const [first] = communes.keys();
    const rows = [
      ['commune_code', 'village_code', 'name', 'type', 'valid_from'],
      [first ?? '', '01', t('sampleName'), 'thon', today],
    ];
    return handOn(new File([writeCsv(rows)], 'thon.csv', { type: 'text/csv' }), t('sample'));
  };
  return (
    <Sheet open title={t('importFile')} onClose={onClose}>
      <div className={css.form}>
        <p>{t('importAbout')}</p>
        <Button icon={Download} onClick={() => void sample()}>
          {t('sample')}
        </Button>
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
              if (file) void look(file);
            }}
          />
        </div>
        {reading && <output>{t('reading')}</output>}
        {read && <Read read={read} busy={change.busy} onTake={take} />}
        {change.trouble && (
          <p role="alert" className={css.trouble}>
            {change.trouble}
          </p>
        )}
      </div>
    </Sheet>
  );
};

type ReadProps = { read: FileRead; busy: boolean; onTake: (villages: readonly Unit[]) => Promise<void> };

/** What is in the file, or everything that has to be put right before any of it comes in. */
const Read = ({ read, busy, onTake }: ReadProps) => {
  const { t } = useTranslation('area');
  const f = useFormat();
  const words = useUnitWords();
  if (read.kind === 'wrong-cells')
    return (
      <div role="alert">
        <p className={css.trouble}>{t('importRefused', { count: read.cells.length })}</p>
        <ul className={css.faults}>
          {read.cells.slice(0, faultsShown).map((cell) => (
            <Wrong key={`${cell.row} ${cell.column} ${cell.problem}`} cell={cell} />
          ))}
        </ul>
      </div>
    );
  if (read.kind === 'villages') {
    const communes = new Set(read.villages.map(({ parent }) => parent)).size;
    const count = read.villages.length;
    return (
      <>
        <p>{t('importFound', { count, communes })}</p>
        <ul className={css.faults}>
          {read.villages.slice(0, 10).map((village) => (
            <li key={village.id}>
              {village.id} {words.heading(village)}
            </li>
          ))}
          {count > 10 && <li>{t('importMore', { count: count - 10 })}</li>}
        </ul>
        <p className={css.quiet}>{t('importDemo')}</p>
        <Button look="strong" disabled={busy} onClick={() => void onTake(read.villages)}>
          {busy ? t('busy') : t('importNow', { count })}
        </Button>
      </>
    );
  }
  return (
    <p role="alert" className={css.trouble}>
      {read.kind === 'broken' && t('fileBroken', { row: read.row })}
      {read.kind === 'too-many' && t('fileTooMany', { count: read.count, most: f.number(mostVillages) })}
      {(read.kind === 'empty' || read.kind === 'not-text' || read.kind === 'too-large') && t(`file-${read.kind}`)}
    </p>
  );
};

const Wrong = ({ cell: { row, column, problem, params } }: { cell: WrongCell }) => {
  const { t } = useTranslation('area');
  return (
    <li>
      <b>{t('wrongCell', { row, column })}</b> {t(`wrong.${problem}`, params)}
    </li>
  );
};
