import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '#features/report/save-file.ts';
import { withoutMarks } from '#features/without-marks.ts';
import type { PlainTable, ReportDocument } from '#model/report/document.ts';
import type { ReportFacts } from '#model/report/facts.ts';
import { byTarget, type ReportTable } from '#model/report/tables.ts';
import { unitSaid } from '#model/report/words.ts';
import { useAnnounce } from '#ui/announce.tsx';

type About = Pick<ReportFacts, 'unit' | 'period'>;

/** Makes the files of a report on this machine, and puts them into its downloads. The makers are fetched when first asked. */
export const useExport = ({ unit, period }: About) => {
  const { t } = useTranslation('report');
  const announce = useAnnounce();
  const [making, setMaking] = useState<'docx' | 'xlsx'>();
  const [failed, setFailed] = useState(false);
  const month = `${period.slice(5)}-${period.slice(0, 4)}`;
  const name = (kind: 'docx' | 'xlsx') =>
    `${t('fileName', { unit: withoutMarks(unitSaid(unit)).replace(/(^| )[a-z]/g, (letter) => letter.toUpperCase()), month })}.${kind}`;

  const make = async (kind: 'docx' | 'xlsx', by: () => Promise<Blob>) => {
    if (making) return;
    setMaking(kind);
    setFailed(false);
    try {
      saveFile(await by(), name(kind));
      announce(t('fileSaved', { name: name(kind) }));
    } catch {
      // Without a network the maker may not be on this machine yet.
      setFailed(true);
    }
    setMaking(undefined);
  };
  const sheets = (tables: readonly ReportTable[]) =>
    make('xlsx', async () =>
      (await import('#features/report/xlsx.ts')).tablesXlsx(
        tables,
        t('sheetAbout', { unit: unitSaid(unit), month: month.replace('-', '/') }),
      ),
    );

  return {
    making,
    failed,
    docx: (report: ReportDocument) =>
      make('docx', async () => (await import('#features/report/docx.ts')).reportDocx(report)),
    xlsx: (report: ReportDocument, facts: ReportFacts) =>
      sheets([...report.annexes.map(({ table }) => table), ...(facts.targets.length > 0 ? [byTarget(facts)] : [])]),
    plainXlsx: ({ table }: PlainTable) => sheets([table]),
    plainDocx: (table: PlainTable) =>
      make('docx', async () => (await import('#features/report/docx.ts')).plainDocx(table)),
  };
};
