import { cellText } from '#features/report/cell-text.ts';
import type { Cell, ReportTable } from '#model/report/tables.ts';
import css from './Preview.module.css';

/** A table of the report as it is on paper. */
export const TableOnPaper = ({ table }: { table: ReportTable }) => {
  const { columns, rows, foot, note } = table;
  const cells = (row: readonly Cell[]) =>
    columns.map(({ head, align }, at) => (
      <td key={head} className={css[align]}>
        {cellText(row[at] ?? null)}
      </td>
    ));
  return (
    <>
      {rows.length > 0 && (
        <table className={css.table}>
          <caption className="visually-hidden">{table.title}</caption>
          <colgroup>
            {columns.map(({ head, width }) => (
              <col key={head} style={{ width: `${width}%` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ head }) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // A row has its place and nothing else.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at}>{cells(row)}</tr>
            ))}
          </tbody>
          {foot && (
            <tfoot>
              <tr>{cells(foot)}</tr>
            </tfoot>
          )}
        </table>
      )}
      {note && <p className={css.note}>{note}</p>}
    </>
  );
};
