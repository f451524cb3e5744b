import { useTranslation } from 'react-i18next';
import { dayInVietnam } from '#model/day.ts';
import { whoseMove, type Obstacle } from '#model/records/obstacle.ts';
import { useFormat } from '#ui/format.ts';
import css from './Progress.module.css';

/** Reported, answered, solved: how far it has come, each with its day. */
export const Progress = ({ of }: { of: Obstacle }) => {
  const { t } = useTranslation('obstacles');
  const f = useFormat();
  const day = (at: number) => f.day(dayInVietnam(at * 1000));
  const answers = of.said.filter(({ kind }) => kind === 'answer');
  const answer = answers[answers.length - 1];
  const whose = whoseMove(of);
  const waits = whose === 'province' || whose === 'commune' ? whose : undefined;
  const waitsFor = waits ?? (of.asked === 'tinh' ? 'province' : 'commune');
  const until = waits === 'province' && of.passed ? t('step.until', { day: f.day(of.passed.deadline) }) : undefined;
  const second =
    answer && !waits
      ? { said: t(`step.answered_${answer.from === 'province' ? 'province' : 'commune'}`), when: day(answer.at) }
      : { said: t(`step.waits_${waitsFor}`), when: until ?? t('step.notYet') };
  const steps = [
    { said: t('step.raised'), when: day(of.raisedAt), done: true },
    { ...second, done: answer !== undefined && !waits },
    {
      said: t('step.solved'),
      when: of.solvedAt === null ? t('step.notYet') : day(of.solvedAt),
      done: of.solvedAt !== null,
    },
  ];
  return (
    <ol className={css.steps}>
      {steps.map(({ said, when, done }) => (
        <li key={said} className={done ? css.done : undefined}>
          <b>{said}</b> <span>{when}</span>
        </li>
      ))}
    </ol>
  );
};
