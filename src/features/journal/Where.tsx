import { useTranslation } from 'react-i18next';
import { StateTag, type State } from '#ui/StateTag.tsx';

export const Where = ({ word }: { word: State }) => {
  const { t } = useTranslation('states');
  return <StateTag state={word}>{t(word)}</StateTag>;
};
