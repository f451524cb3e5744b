import { useTranslation } from 'react-i18next';
import { readCount } from '#model/draft.ts';
import { Stepper } from '#ui/Stepper.tsx';

type Props = {
  id: string;
  /** What is counted; every name of the stepper says it. */
  what: string;
  text: string;
  onText: (text: string) => void;
  most?: number;
  error?: string | undefined;
};

export const CountStepper = ({ what, text, ...rest }: Props) => {
  const { t } = useTranslation('log');
  const labels = {
    group: what,
    amount: t('amount', { what }),
    more: t('addOne', { what }),
    less: t('takeOne', { what }),
  };
  return <Stepper labels={labels} text={text} count={readCount(text)} {...rest} />;
};
