import { CornerUpLeft, Lock, Send, Upload, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StepSheet, type Known } from '#features/report/StepSheet.tsx';
import type { Stepping } from '#features/report/use-step.ts';
import { useUnitWords } from '#features/unit-words.ts';
import type { Situation } from '#features/situation.ts';
import { levelOfRole } from '#model/person.ts';
import type { ReportPage } from '#store/officer-pages.ts';
import css from './StepSheet.module.css';
import head from './ReportHead.module.css';

/** A step that an officer of this role can take on this report, as it stands. */
type Step = 'close' | 'submit' | 'return' | 'consolidate' | 'sent';
const icons: Record<Step, LucideIcon> = {
  close: Lock,
  submit: Upload,
  return: CornerUpLeft,
  consolidate: Lock,
  sent: Send,
};

const stepsOf = ({ unit, standing }: ReportPage, { person }: Situation): Step[] => {
  const level = levelOfRole[person.role];
  if (unit.level === 'commune' && level === 'commune' && person.unit === unit.id) {
    if (standing === 'open') return ['close'];
    return standing === 'returned' ? ['submit'] : [];
  }
  if (unit.level === 'commune' && level === 'province') return standing === 'closed' ? ['return'] : [];
  if (unit.level !== 'province' || level !== 'province') return [];
  if (standing === 'open') return ['consolidate'];
  return standing === 'consolidated' ? ['consolidate', 'sent'] : [];
};

type Props = { page: ReportPage; me: Situation; known: Known; stepping: Stepping; notWritten: number };

/** The steps that can be taken now; each asks first, and says who is missing. */
export const Steps = ({ page, me, known, stepping, notWritten }: Props) => {
  const { t } = useTranslation('report');
  const words = useUnitWords();
  const [asked, setAsked] = useState<Step>();
  const steps = stepsOf(page, me);
  const main = steps[steps.length - 1];
  const nameOf = (id: string) => {
    const row = page.figures.rows.find(({ unit }) => unit.id === id);
    return row ? words.short(row.unit) : id;
  };
  const missing = (
    page.unit.level === 'province'
      ? page.below.filter(({ standing }) => standing === 'open')
      : page.confirmations.filter(({ state }) => state !== 'confirmed')
  ).map(({ unit }) => nameOf(unit));
  const names = missing.slice(0, 12).join(', ') + (missing.length > 12 ? '…' : '');
  return (
    <>
      {steps.map((step) => {
        const Icon = icons[step];
        return (
          <button
            key={step}
            type="button"
            className={step === main ? head.main : undefined}
            onClick={() => setAsked(step)}
          >
            <Icon size={20} aria-hidden />
            {t(page.standing === 'consolidated' && step === 'consolidate' ? 'step.again' : `step.${step}`)}
          </button>
        );
      })}
      {asked && (
        <StepSheet
          title={t(`ask.${asked}`)}
          go={t(`step.${asked}`)}
          asksReason={asked === 'return'}
          danger={asked === 'return'}
          stepping={stepping}
          take={(reason) =>
            stepping.take(asked === 'return' ? { command: asked, ...known, reason } : { command: asked, ...known })
          }
          onClose={() => setAsked(undefined)}
        >
          <ul className={css.facts}>
            <li>{t(`about.${asked}`)}</li>
            {(asked === 'close' || asked === 'consolidate') && missing.length > 0 && (
              <li>
                <b>{t(asked === 'close' ? 'missingVillages' : 'missingCommunes', { count: missing.length })}</b> {names}
                . {t(asked === 'close' ? 'missingVillagesThen' : 'missingCommunesThen')}
              </li>
            )}
            {asked !== 'return' && notWritten > 0 && <li>{t('notWrittenCount', { count: notWritten })}</li>}
          </ul>
        </StepSheet>
      )}
    </>
  );
};
