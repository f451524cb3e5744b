import { useTranslation } from 'react-i18next';
import { useLive } from '#features/handbook.tsx';
import { Section } from '#features/today/Section.tsx';
import { coreMeasures, type Measure } from '#model/indicator.ts';
import type { PeriodId, PeriodSpan } from '#model/period.ts';
import { teamTotals } from '#store/journal.ts';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import css from './MonthNumbers.module.css';

const shown = 4;

/** The period's largest counts of the whole team, among the core ones. Their place is kept while a long month is summed. */
export const MonthNumbers = ({ period, span, off }: { period: PeriodId; span: PeriodSpan; off: Measure[] }) => {
  const { t } = useTranslation(['today', 'common', 'measures']);
  const format = useFormat();
  const totals = useLive((db) => teamTotals(db, period), [period]);

  const top = coreMeasures
    .filter((measure) => !off.includes(measure))
    .map((measure) => ({ measure, total: totals?.[measure] ?? 0 }));
  top.sort((one, other) => other.total - one.total);
  return (
    <Section
      title={t('numbers', { month: t('common:month', { month: format.month(period) }) })}
      more={{ to: '/so-lieu', label: t('seeNumbers') }}
    >
      <Card as="ul" className={totals ? css.numbers : `${css.numbers} ${css.summing}`}>
        {top.slice(0, shown).map(({ measure, total }) => (
          <li key={measure}>
            <span className={css.name}>{t(`measures:${measure}.short`)}</span>
            <b>{totals ? format.number(total) : '\u00A0'}</b>
            <small>{t(`measures:${measure}.unit`)}</small>
          </li>
        ))}
      </Card>
      <p className={css.span}>{t('numbersOfTeam', { span: format.span(span.first, span.last) })}</p>
    </Section>
  );
};
