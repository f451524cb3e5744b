import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { Card } from '#ui/Card.tsx';
import css from './ReplacePerson.module.css';

/** Offered only when nothing of the person before is left to send. */
export const ReplacePerson = ({ onReplace }: { onReplace: () => void }) => {
  const { t } = useTranslation('sign-in');
  return (
    <Card>
      <div className={css.inside}>
        <p>{t('replaceWhy')}</p>
        <Button look="danger" onClick={onReplace}>
          {t('replace')}
        </Button>
      </div>
    </Card>
  );
};
