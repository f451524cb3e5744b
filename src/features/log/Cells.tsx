import { Split } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '#features/words.ts';
import { readCount, type EntryDraft } from '#model/draft.ts';
import { indicatorOf, type CellKey, type Measure } from '#model/indicator.ts';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import { CellsOfMeasure } from './CellsOfMeasure.tsx';
import { Disclosure } from './Disclosure.tsx';
import css from './Cells.module.css';

type Props = {
  draft: EntryDraft;
  measures: readonly Measure[];
  problemOf: (field: string) => string | undefined;
  onChange: (part: Partial<EntryDraft>) => void;
};

/** Optional: the same people by gender, age and group, for each count that has been entered. */
export const Cells = ({ draft, measures, problemOf, onChange }: Props) => {
  const { t } = useTranslation('log');
  const words = useWords();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const [opened, setOpened] = useState<Measure | null>(null);
  const cellsOf = (measure: Measure): CellKey[] =>
    Object.keys(draft.cells).filter((key) => key.startsWith(`${measure}/`));
  const wrong = (measure: Measure) => cellsOf(measure).some((key) => problemOf(key));
  const divisible = measures.filter(
    (measure) =>
      (indicatorOf(measure)?.dimensions.length ?? 0) > 0 &&
      (readCount(draft.counts[measure] ?? '') > 0 ||
        cellsOf(measure).some((key) => readCount(draft.cells[key]!) !== 0)),
  );
  return (
    <Disclosure
      title={t('cells')}
      icon={<Split aria-hidden size={20} />}
      open={open || divisible.some(wrong)}
      onToggle={setOpen}
    >
      <p className={css.hint}>{divisible.length > 0 ? t('cellsHint') : t('cellsNoMeasure')}</p>
      {divisible.length > 0 && (
        <Card as="div">
          {divisible.map((measure) => {
            const total = readCount(draft.counts[measure] ?? '') || 0;
            const title = t('cellsOf', {
              what: words.measure(measure),
              total: format.number(total),
              unit: words.unit(measure),
            });
            return (
              <Disclosure
                key={measure}
                level="inner"
                title={title}
                open={opened === measure || wrong(measure)}
                onToggle={(wanted) => setOpened(wanted ? measure : null)}
              >
                <CellsOfMeasure
                  measure={measure}
                  total={total}
                  cells={draft.cells}
                  problemOf={problemOf}
                  onChange={(cells) => onChange({ cells })}
                />
              </Disclosure>
            );
          })}
        </Card>
      )}
    </Disclosure>
  );
};
