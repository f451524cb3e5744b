import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { handOn } from '#features/send-file.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { officialCounts } from '#model/records/official-figure.ts';
import type { Unit } from '#model/unit.ts';
import { Button } from '#ui/Button.tsx';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A table with all units in it, to be filled in and read again. */
export const SampleTable = ({ units }: { units: readonly Unit[] }) => {
  const { t } = useTranslation('target-setting');
  const words = useUnitWords();
  const hand = async () => {
    const { default: writeXlsxFile } = await import('write-excel-file/browser');
    const head = (value: string) => ({ value, fontWeight: 'bold' as const });
    const table = [
      [t('unitCode'), t('unit'), ...officialCounts.map((figure) => t(`figure.${figure}`))].map(head),
      ...units.map((unit) => [{ value: unit.id }, { value: words.heading(unit) }, ...officialCounts.map(() => null)]),
    ];
    const blob = await writeXlsxFile(table, {
      columns: [{ width: 14 }, { width: 28 }, ...officialCounts.map(() => ({ width: 18 }))],
      stickyRowsCount: 1,
    }).toBlob();
    await handOn(new File([blob], t('sampleFile'), { type: xlsx }), t('sample'));
  };
  return (
    <Button icon={Download} onClick={() => void hand()}>
      {t('sample')}
    </Button>
  );
};
