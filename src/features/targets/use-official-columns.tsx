import { Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TableColumn } from '#features/DataTable.tsx';
import { RecordWhere, whereInAll } from '#features/RecordWhere.tsx';
import { useUnitWords } from '#features/unit-words.ts';
import type { Measure } from '#model/indicator.ts';
import type { PeriodId } from '#model/period.ts';
import { figureName, figureValue, officialCounts, type OfficialCount } from '#model/records/official-figure.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { RecordRow } from '#store/database.ts';
import { CellWords } from '#ui/DataTable/CellWords.tsx';
import { useFormat } from '#ui/format.ts';
import { IconButton } from '#ui/IconButton.tsx';
import type { Office } from './use-office.ts';
import css from './OfficialTable.module.css';

/** What the teams did towards a figure; it stands beside it and is never added to it. */
const contributionTo: Partial<Record<OfficialCount, Measure>> = { TK_MUC2: 'DD_MUC2_LD', TK_KICH_HOAT: 'DD_KICH_HOAT' };

/** Says where a unit's figures are while the province has not got all of them. */
const Unsent = ({ rows, unit, period }: { rows: readonly RecordRow[]; unit: UnitId; period: PeriodId }) => {
  const names = officialCounts.map((figure) => figureName({ figure, unit, period }));
  const unsent = rows.filter(({ id, unsettled }) => unsettled === 1 && names.includes(id));
  if (unsent.length === 0) return null;
  return <RecordWhere where={whereInAll({ steps: unsent.flatMap(({ steps }) => steps) })} />;
};

/** A unit with the way to its figures, each of them, and the day the newest was true on. */
export const useOfficialColumns = (office: Office, onEdit: (unit: Unit) => void): TableColumn<Unit>[] => {
  const { t } = useTranslation('target-setting');
  const units = useUnitWords();
  const format = useFormat();
  const { period, own } = office;
  const byName = new Map(office.figures.rows?.map(({ id, record }) => [id, record]));
  const of = (unit: UnitId, figure: string) => figureValue(byName.get(figureName({ figure, unit, period })));
  const nameOf = (unit: Unit) => (unit.id === own.id ? units.heading(unit) : units.short(unit));
  const newest = ({ id }: Unit) => {
    const days = officialCounts.flatMap((figure) => of(id, figure)?.asOf ?? []).sort();
    return days[days.length - 1] ?? null;
  };
  return [
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
            onClick={() => onEdit(unit)}
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
};
