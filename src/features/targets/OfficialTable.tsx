import { FileUp, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type TableColumn } from '#features/DataTable.tsx';
import { useUnitWords } from '#features/unit-words.ts';
import { RecordWhere, whereInAll } from '#features/RecordWhere.tsx';
import type { Measure } from '#model/indicator.ts';
import { spanOf, type PeriodId } from '#model/period.ts';
import { figureName, figureValue, officialCounts, type OfficialCount } from '#model/records/official-figure.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import { Button } from '#ui/Button.tsx';
import { CellWords } from '#ui/DataTable/CellWords.tsx';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { FiguresSheet } from './FiguresSheet.tsx';
import { Imports } from './Imports.tsx';
import { ImportSheet } from './ImportSheet.tsx';
import type { RecordRow } from '#store/database.ts';
import type { Office } from './use-office.ts';
import css from './OfficialTable.module.css';

/** What the teams did towards a figure; it stands beside it and is never added to it. */
const contributionTo: Partial<Record<OfficialCount, Measure>> = { TK_MUC2: 'DD_MUC2_LD', TK_KICH_HOAT: 'DD_KICH_HOAT' };

/** The police's and the registers' figures of a month, unit by unit: entered, or read from a table. */
export const OfficialTable = ({ office }: { office: Office }) => {
  const { t } = useTranslation('target-setting');
  const units = useUnitWords();
  const format = useFormat();
  const { period, own } = office;
  const [editing, setEditing] = useState<Unit>();
  const [importing, setImporting] = useState(false);
  const ahead = spanOf(period, office.me.settings.periodKind).first > office.today;
  const all = [own, ...office.units];
  const byName = new Map(office.figures.rows?.map(({ id, record }) => [id, record]));
  const of = (unit: UnitId, figure: string) => figureValue(byName.get(figureName({ figure, unit, period })));
  const nameOf = (unit: Unit) => (unit.id === own.id ? units.heading(unit) : units.short(unit));
  const newest = ({ id }: Unit) => {
    const days = officialCounts.flatMap((figure) => of(id, figure)?.asOf ?? []).sort();
    return days[days.length - 1] ?? null;
  };
  const columns: TableColumn<Unit>[] = [
    {
      key: 'name',
      head: t('unit'),
      kind: 'text',
      value: nameOf,
      show: (unit) => (
        <span className={css.name}>
          <span>
            {nameOf(unit)} <Unsent rows={office.figures.rows ?? []} unit={unit.id} period={period} />
          </span>
          <IconButton
            icon={Pencil}
            label={t('editOf', { unit: units.said(unit) })}
            className={css.edit}
            onClick={() => setEditing(unit)}
          />
        </span>
      ),
    },
    ...officialCounts.map((figure): TableColumn<Unit> => {
      const team = contributionTo[figure];
      const value = ({ id }: Unit) => of(id, figure)?.count ?? null;
      return {
        key: figure,
        head: t(`figure.${figure}`),
        kind: 'number',
        value,
        ...(team && {
          show: (unit) => (
            <span className={css.two}>
              <CellWords kind="number" value={value(unit)} />
              <small>{t('teamGave', { number: format.number(office.sumsOf(unit.id)[team] ?? 0) })}</small>
            </span>
          ),
        }),
      };
    }),
    { key: 'asOf', head: t('asOf'), kind: 'day', value: newest },
  ];
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
          <Imports office={office} />
        </>
      )}
      {editing && <FiguresSheet office={office} unit={editing} onClose={() => setEditing(undefined)} />}
      {importing && <ImportSheet office={office} onClose={() => setImporting(false)} />}
    </>
  );
};

/** Says where a unit's figures are while the province has not got all of them. */
const Unsent = ({ rows, unit, period }: { rows: readonly RecordRow[]; unit: UnitId; period: PeriodId }) => {
  const names = officialCounts.map((figure) => figureName({ figure, unit, period }));
  const unsent = rows.filter(({ id, unsettled }) => unsettled === 1 && names.includes(id));
  if (unsent.length === 0) return null;
  return <RecordWhere where={whereInAll({ steps: unsent.flatMap(({ steps }) => steps) })} />;
};
