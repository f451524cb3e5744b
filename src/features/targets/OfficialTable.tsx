import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#features/DataTable.tsx';
import { spanOf } from '#model/period.ts';
import type { Unit } from '#model/unit.ts';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import { FiguresSheet } from './FiguresSheet.tsx';
import { Imports } from './Imports.tsx';
import { ImportSheet } from './ImportSheet.tsx';
import type { Office } from './use-office.ts';
import { useOfficialColumns } from './use-official-columns.tsx';
import css from './OfficialTable.module.css';

/** The police's and the registers' figures of a month, unit by unit: entered, or read from a table. */
export const OfficialTable = ({ office }: { office: Office }) => {
  const { t } = useTranslation('target-setting');
  const { period, own } = office;
  const [editing, setEditing] = useState<Unit>();
  const [importing, setImporting] = useState(false);
  const ahead = spanOf(period, office.me.settings.periodKind).first > office.today;
  const all = [own, ...office.units];
  const columns = useOfficialColumns(office, setEditing);
  return (
    <>
      <p className={css.about}>{t('officialAbout')}</p>
      {ahead ? (
        <Empty>{t('officialAhead')}</Empty>
      ) : (
        <>
          <div className={css.ways}>
            <Button icon={FileUp} onClick={() => setImporting(true)}>
              {t('import')}
            </Button>
          </div>
          <Imports office={office} />
          <DataTable
            name="official"
            caption={t('view.official')}
            columns={columns}
            rows={all}
            rowKey={({ id }) => id}
            {...(all.length > 12 && { find: { label: t('findUnit') } })}
            file={`so-chinh-thuc-${period}`}
            about={[t('officialAbout')]}
            empty={t('noUnits')}
          />
        </>
      )}
      {editing && <FiguresSheet office={office} unit={editing} onClose={() => setEditing(undefined)} />}
      {importing && <ImportSheet office={office} onClose={() => setImporting(false)} />}
    </>
  );
};
