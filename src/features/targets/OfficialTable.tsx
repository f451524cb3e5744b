import { FileUp, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitWords } from '#features/unit-words.ts';
import { RecordWhere, whereInAll } from '#features/RecordWhere.tsx';
import type { Measure } from '#model/indicator.ts';
import { spanOf, type PeriodId } from '#model/period.ts';
import { figureName, figureValue, officialCounts, type OfficialCount } from '#model/records/official-figure.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import { Button } from '#ui/Button.tsx';
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
  const of = (unit: UnitId, figure: string) =>
    figureValue(office.figures.rows?.find(({ id }) => id === figureName({ figure, unit, period }))?.record);
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
          {/* The region takes the focus so that arrow keys scroll it. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <section className={css.region} tabIndex={0} aria-label={t('view.official')}>
            <table className={css.table}>
              <caption className="visually-hidden">{t('view.official')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('unit')}</th>
                  {officialCounts.map((figure) => (
                    <th key={figure} scope="col">
                      {t(`figure.${figure}`)}
                    </th>
                  ))}
                  <th scope="col">{t('asOf')}</th>
                  <th scope="col">
                    <span className="visually-hidden">{t('edit')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {all.map((unit) => {
                  const values = officialCounts.map((figure) => of(unit.id, figure));
                  const days = values.flatMap((value) => (value ? [value.asOf] : [])).sort();
                  const newest = days[days.length - 1];
                  return (
                    <tr key={unit.id}>
                      <th scope="row">
                        {unit.id === own.id ? units.heading(unit) : units.short(unit)}{' '}
                        <Unsent rows={office.figures.rows ?? []} unit={unit.id} period={period} />
                      </th>
                      {officialCounts.map((figure, at) => {
                        const value = values[at];
                        const team = contributionTo[figure];
                        return (
                          <td key={figure}>
                            {value ? format.number(value.count) : '–'}{' '}
                            {team && (
                              <small>
                                {t('teamGave', { number: format.number(office.sumsOf(unit.id)[team] ?? 0) })}
                              </small>
                            )}
                          </td>
                        );
                      })}
                      <td>{newest ? format.dayLong(newest) : '–'}</td>
                      <td>
                        <IconButton
                          icon={Pencil}
                          label={t('editOf', { unit: units.said(unit) })}
                          onClick={() => setEditing(unit)}
                        />
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </section>
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
