import { useTranslation } from 'react-i18next';
import { saveFile } from '#features/send-file.ts';
import { flatTable, sheetsOf, type TableOut } from '#features/table-out.ts';
import { tableText } from '#features/table-text.ts';
import { xlsxOf } from '#features/xlsx.ts';
import { writeCsv } from '#model/csv.ts';
import { dayInVietnam } from '#model/day.ts';
import { useAnnounce } from '#ui/announce.tsx';
import type { CellValue, TableColumn } from '#ui/DataTable/columns.ts';
import { useFormat } from '#ui/format.ts';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The ways a table leaves the screen. Always all rows found, in their order; `file` is a name without its ending. */
export const useTableOut = <Row>(out: TableOut<Row>, file: string) => {
  const { t } = useTranslation('table');
  const f = useFormat();
  const announce = useAnnounce();

  const said = ({ kind }: TableColumn<Row>, value: CellValue) => {
    if (value === null) return null;
    if (kind === 'day') return f.dayLong(String(value));
    if (kind !== 'moment') return value;
    const at = Number(value) * 1000;
    return `${f.time(at)} ${f.dayLong(dayInVietnam(at))}`;
  };
  return {
    copy: async (): Promise<void> => {
      try {
        await navigator.clipboard.writeText(tableText(flatTable(out, said)));
        announce(t('copied'));
      } catch {
        // No clipboard without TLS, or not allowed.
        announce(t('notCopied'));
      }
    },
    csv: (): void => {
      saveFile(new File([writeCsv(flatTable(out, said))], `${file}.csv`, { type: 'text/csv' }));
      announce(t('saved', { file: `${file}.csv` }));
    },
    xlsx: async (): Promise<void> => {
      try {
        const made = await xlsxOf(sheetsOf(out, { table: t('sheetTable'), about: t('sheetAbout') }));
        saveFile(new File([made], `${file}.xlsx`, { type: xlsxType }));
        announce(t('saved', { file: `${file}.xlsx` }));
      } catch {
        // The library did not come: an update in between, or never fetched before the link went.
        announce(t('notMade'));
      }
    },
  };
};
