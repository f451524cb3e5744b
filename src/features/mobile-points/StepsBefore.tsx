import { Check, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHands } from '#features/handbook.tsx';
import { useWords } from '#features/words.ts';
import { addDays } from '#model/day.ts';
import { attendance, attendanceName, pointSteps, type Attendance, type PointStep } from '#model/records/attendance.ts';
import type { MobilePoint } from '#model/records/mobile-point.ts';
import type { UnitId } from '#model/unit.ts';
import { writeRecord } from '#store/write-record.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import css from './StepsBefore.module.css';

type Props = { point: MobilePoint; unit: UnitId; of: Attendance };

/** What the team does before the next point; ticked by one, it is ticked for all, and a second tap takes it back. */
export const StepsBefore = ({ point, unit, of }: Props) => {
  const { t } = useTranslation('mobile-points');
  const { db, clock } = useHands();
  const f = useFormat();
  const announce = useAnnounce();
  const say = useWords();
  const said: Record<PointStep, string> = {
    told: of.people ? t('steps.told_some', { number: f.number(of.people) }) : t('steps.told'),
    loudspeaker: t('steps.loudspeaker', { day: f.day(addDays(point.day, -1)) }),
    papers: point.bring ? t('steps.papers', { what: point.bring }) : t('steps.papersPlain'),
  };
  const tick = async (step: PointStep, done: boolean) => {
    const set = { [`step.${step}`]: done };
    const written = await writeRecord(db, clock, attendance, unit, { record: attendanceName(point.id, unit), set });
    if (written.kind === 'refused') announce(written.faults.map(say.refusal).join(' '));
    else announce(written.kind === 'not-stored' ? t(written.why) : t('saved'));
  };
  return (
    <section aria-labelledby="before" className={css.before}>
      <h2 id="before">{t('before', { day: f.day(point.day) })}</h2>
      <Card as="ul">
        {pointSteps.map((step) => (
          <li key={step} className={css.step}>
            <label>
              <input
                type="checkbox"
                className="visually-hidden"
                checked={of.steps[step]}
                onChange={(event) => void tick(step, event.target.checked)}
              />
              <span aria-hidden className={css.box}>
                <Check size={20} />
              </span>
              <span>{said[step]}</span>
            </label>
            {step === 'loudspeaker' && (
              <Link to="/loa" className={css.script}>
                {t('script')}
                <ChevronRight aria-hidden size={18} />
              </Link>
            )}
          </li>
        ))}
      </Card>
    </section>
  );
};
