import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '#features/words.ts';
import { readCount, type EntryDraft } from '#model/draft.ts';
import { serviceKeys } from '#model/service.ts';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import { Sheet } from '#ui/Sheet.tsx';
import { TextField } from '#ui/TextField.tsx';
import { CountStepper } from './CountStepper.tsx';
import { Problem } from './Problem.tsx';
import { errorId, fieldId } from './field-id.ts';
import { fold } from './fold.ts';
import css from './ServicesSheet.module.css';

type Props = {
  open: boolean;
  services: EntryDraft['services'];
  /** Help with services in all; those given here never add up to more by tapping. */
  total: number;
  problemOf: (field: string) => string | undefined;
  onChange: (services: EntryDraft['services']) => void;
  onClose: () => void;
};

export const sumOfServices = (services: EntryDraft['services']): number =>
  Object.values(services).reduce((sum, text) => sum + (readCount(text) || 0), 0);

export const ServicesSheet = ({ open, services, total, problemOf, onChange, onClose }: Props) => {
  const { t } = useTranslation('log');
  const words = useWords();
  const format = useFormat();
  const [query, setQuery] = useState('');
  const sum = sumOfServices(services);
  const found = serviceKeys.filter((key) => fold(words.service(key)).includes(fold(query)));
  const counts = { sum: format.number(sum), total: format.number(total) };
  return (
    <Sheet open={open} title={t('servicesTitle')} onClose={onClose}>
      <p aria-live="polite" className={css.given}>
        {sum >= total ? t('servicesFull', { ...counts, what: words.measure('DVC_HD') }) : t('servicesGiven', counts)}
      </p>
      <Problem of="services-sum" words={problemOf('DVC_HD')} />
      <TextField
        label={t('searchService')}
        type="search"
        autoComplete="off"
        value={query}
        side={<Search aria-hidden size={20} className={css.glass} />}
        onChange={(event) => setQuery(event.target.value)}
      />
      {found.length === 0 && <p>{t('noService', { query })}</p>}
      <ul className={css.list}>
        {found.map((key) => (
          <li key={key}>
            <label htmlFor={fieldId(key)}>{words.service(key)}</label>
            <CountStepper
              id={fieldId(key)}
              what={words.service(key)}
              text={services[key] ?? '0'}
              most={(readCount(services[key] ?? '') || 0) + Math.max(0, total - sum)}
              error={problemOf(key) && errorId(key)}
              onText={(text) => onChange({ ...services, [key]: text })}
            />
            <Problem of={key} words={problemOf(key)} />
          </li>
        ))}
      </ul>
      <div className={css.done}>
        <Button look="primary" onClick={onClose}>
          {t('done')}
        </Button>
      </div>
    </Sheet>
  );
};
