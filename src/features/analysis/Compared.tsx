import { useTranslation } from 'react-i18next';
import { behind } from '#features/analysis/behind.ts';
import { comparedWith, type Choice } from '#features/analysis/choice.ts';
import { Figure } from '#features/analysis/Figure.tsx';
import { useSigned } from '#features/analysis/use-signed.ts';
import type { MemberWords } from '#features/analysis/use-member-words.ts';
import { everyUnit, growthOf, type PivotReader } from '#model/pivot.ts';
import type { Unit } from '#model/unit.ts';
import { capital } from '#ui/capital.ts';
import css from './Analysis.module.css';

type Props = {
  own: Unit;
  choice: Choice;
  sameDay: boolean;
  reader: PivotReader;
  where: string;
  words: MemberWords;
};

/** The measures chosen, of the whole unit, beside what they were. */
export const Compared = ({ own, choice, sameDay, reader, where, words }: Props) => {
  const { t } = useTranslation('analysis');
  const signed = useSigned();
  const against = comparedWith(choice.compare === 'none' ? { ...choice, compare: 'before' } : choice) ?? choice.last;
  const year = choice.compare === 'year';
  const title = t(sameDay ? (year ? 'vsYearDay' : 'vsBeforeDay') : year ? 'vsYear' : 'vsBefore');
  return (
    <section aria-labelledby="compared">
      <h2 id="compared" className={css.aboveSmall}>
        {title}
      </h2>
      <table className={css.small}>
        <caption className="visually-hidden">{`${title}, ${where}`}</caption>
        <thead>
          <tr>
            <th scope="col">{capital(where)}</th>
            <th scope="col">{words.period(choice.last)}</th>
            <th scope="col">{words.period(against)}</th>
            <th scope="col">{t('growth')}</th>
          </tr>
        </thead>
        <tbody>
          {choice.measures.map((measure) => {
            const at = (period: string) => reader.at({ unit: everyUnit, period, measure, value: '' });
            const figure = (period: string) => (
              <Figure
                of={at(period)}
                to={behind(at(period), { unit: everyUnit, period, measure }, { own, by: 'none' })}
              />
            );
            const growth = growthOf(at(choice.last), at(against));
            return (
              <tr key={measure}>
                <th scope="row">{words.measure(measure)}</th>
                <td>
                  <b>{figure(choice.last)}</b>
                </td>
                <td className={css.quiet}>{figure(against)}</td>
                <td>{growth === null ? <Figure of={{ kind: 'unknown' }} /> : signed.percent(growth)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};
