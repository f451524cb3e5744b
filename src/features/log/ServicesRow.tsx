import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readCount, type EntryDraft } from '#model/draft.ts';
import { useFormat } from '#ui/format.ts';
import { ServicesSheet, sumOfServices } from './ServicesSheet.tsx';
import { fieldId } from './field-id.ts';
import css from './ServicesRow.module.css';

type Props = {
  draft: EntryDraft;
  problemOf: (field: string) => string | undefined;
  onChange: (part: Partial<EntryDraft>) => void;
};

/** Asked once help with services is counted: which of the 25? */
export const ServicesRow = ({ draft, problemOf, onChange }: Props) => {
  const { t } = useTranslation('log');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const total = readCount(draft.counts['DVC_HD'] ?? '') || 0;
  const sum = sumOfServices(draft.services);
  if (total === 0 && sum === 0) return null;
  return (
    <li>
      <button type="button" id={fieldId('services')} className={css.row} onClick={() => setOpen(true)}>
        <span>
          <b>{t('whichService')}</b>
          <small>
            {sum > 0 ? t('servicesGiven', { sum: format.number(sum), total: format.number(total) }) : t('servicesNone')}
          </small>
        </span>
        <ChevronRight aria-hidden size={20} />
      </button>
      <ServicesSheet
        open={open}
        services={draft.services}
        total={total}
        problemOf={problemOf}
        onChange={(services) => onChange({ services })}
        onClose={() => setOpen(false)}
      />
    </li>
  );
};
