import { History, Split } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dayInVietnam } from '#model/day.ts';
import { standing, type EditableRecord, type Json } from '#model/record.ts';
import { useFormat } from '#ui/format.ts';
import css from './ChangedTarget.module.css';

type Props = { record: EditableRecord; ratio: boolean };

/** That a target was another before, or that two officers set two: nobody is to find a number changed without a word. */
export const ChangedTarget = ({ record, ratio }: Props) => {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const now = standing(record, 'value');
  if (!now) return null;
  const number = (value: Json) => {
    if (typeof value !== 'number') return t('none');
    return ratio ? format.percent(value / 100) : format.number(value);
  };
  if (now.lost.length > 0)
    return (
      <p className={css.two}>
        <Split aria-hidden size={18} />
        <span>
          {t('twoNumbers', { one: number(now.value), other: now.lost.map(({ value }) => number(value)).join(', ') })}
        </span>
      </p>
    );
  const before = record.fields['value']?.filter(({ op }) => now.seen.includes(op)).pop();
  if (!before || before.value === now.value) return null;
  return (
    <p className={css.changed}>
      <History aria-hidden size={18} />
      <span>
        {t('changed', {
          from: number(before.value),
          to: number(now.value),
          day: format.day(dayInVietnam(now.at * 1000)),
        })}
      </span>
    </p>
  );
};
