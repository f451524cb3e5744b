import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands, useOffice } from '#features/handbook.tsx';
import { reportAddress } from '#features/report/use-report.ts';
import { useWords } from '#features/words.ts';
import { keepReport, type ReportCommand, type ReportPage } from '#store/officer-pages.ts';
import { useAnnounce } from '#ui/announce.tsx';

export type Stepping = {
  busy: boolean;
  /** Why it was not done, in words. */
  trouble: string | undefined;
  forget: () => void;
  /** True once the province has written it down. */
  take: (command: ReportCommand) => Promise<boolean>;
};

/** Takes a step of a report: sent at once, and said to be done once the province has it. */
export const useStep = ({ unit, period }: Pick<ReportPage, 'unit' | 'period'>): Stepping => {
  const { t } = useTranslation('report');
  const { db } = useHands();
  const office = useOffice();
  const words = useWords();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  return {
    busy,
    trouble,
    forget: () => setTrouble(undefined),
    take: async (command) => {
      if (busy) return false;
      setBusy(true);
      setTrouble(undefined);
      const outcome = await office.report(command);
      setBusy(false);
      if (outcome.kind === 'unreachable') setTrouble(t('noNetwork'));
      if (outcome.kind === 'refused') setTrouble(words.refusal(outcome.refusal));
      if (outcome.kind !== 'answered') return false;
      await keepReport(db, reportAddress(unit.id, period), outcome.answer);
      announce(t(`done.${command.command}`));
      return true;
    },
  };
};
