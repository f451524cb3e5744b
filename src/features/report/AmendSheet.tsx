import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StepSheet, type Known } from '#features/report/StepSheet.tsx';
import { useLateWords } from '#features/report/use-late-words.ts';
import type { Stepping } from '#features/report/use-step.ts';
import type { ReportPage } from '#store/officer-pages.ts';
import css from './StepSheet.module.css';

type Props = { page: ReportPage; known: Known; stepping: Stepping; number: string; onClose: () => void };

/** Takes late entries into a closed month by a numbered amendment, chosen one by one, with a reason. */
export const AmendSheet = ({ page, known, stepping, number, onClose }: Props) => {
  const { t } = useTranslation('report');
  const words = useLateWords(page);
  const free = page.late.filter(({ hindrance }) => hindrance === null);
  const [chosen, setChosen] = useState<readonly string[]>(
    free.filter(({ twin }) => twin === null).map(({ operation }) => operation),
  );
  const [none, setNone] = useState(false);
  const turn = (operation: string, on: boolean) =>
    setChosen(on ? [...chosen, operation] : chosen.filter((one) => one !== operation));
  return (
    <StepSheet
      title={t('amend.title', { number })}
      go={t('amend.go', { number })}
      asksReason
      stepping={{ ...stepping, trouble: none && chosen.length === 0 ? t('amend.none') : stepping.trouble }}
      take={async (reason) => {
        setNone(chosen.length === 0);
        return chosen.length > 0 && stepping.take({ command: 'amend', ...known, reason, operations: [...chosen] });
      }}
      onClose={onClose}
    >
      <p>{t('amend.about')}</p>
      <ul className={css.late}>
        {page.late.map((late) => (
          <li key={late.operation}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(late.operation)}
                disabled={late.hindrance !== null}
                onChange={(event) => turn(late.operation, event.target.checked)}
              />
              <span>
                <b>{words.who(late)}</b>
                <small>{words.what(late)}</small>
                {late.twin !== null && <small className={css.twin}>{t('amend.twin')}</small>}
                {late.hindrance !== null && (
                  <small className={css.twin}>{t('amend.hindered', { why: words.why(late.hindrance) })}</small>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </StepSheet>
  );
};
