import { useTranslation } from 'react-i18next';
import { useWords } from '#features/words.ts';
import { coreMeasures, measures, type Measure } from '#model/indicator.ts';
import type { Goal } from '#model/records/target.ts';
import { Choices } from '#ui/Choices.tsx';
import { Sheet } from '#ui/Sheet.tsx';

type Props = {
  open: boolean;
  taken: readonly Goal[];
  off: readonly Measure[];
  onChoose: (goal: Goal) => void;
  onClose: () => void;
};

/** What a target can be set for: whatever the teams count, the core figures first. */
export const AddGoalSheet = ({ open, taken, off, onChoose, onClose }: Props) => {
  const { t } = useTranslation(['target-setting', 'measures']);
  const words = useWords();
  const left = [...coreMeasures, ...measures.filter((measure) => !coreMeasures.includes(measure))].filter(
    (measure) => !taken.includes(measure) && !off.includes(measure),
  );
  return (
    <Sheet open={open} title={t('target-setting:add')} onClose={onClose}>
      <Choices<Measure>
        legend={t('target-setting:add')}
        legendHidden
        name="goal"
        value={undefined}
        options={left.map((value) => ({
          value,
          label: words.measure(value),
          hint: t(`measures:${value}.full`),
        }))}
        onChange={onChoose}
      />
    </Sheet>
  );
};
