import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import css from './EditForm.module.css';

type Props = { own: boolean; open: boolean; onClose: () => void; onYes: () => void };

/** Asked before the province's words leave every phone. */
export const GiveBackSheet = ({ own, open, onClose, onYes }: Props) => {
  const { t } = useTranslation('guide');
  return (
    <Sheet open={open} title={t(own ? 'editor.removeTitle' : 'editor.giveBackTitle')} onClose={onClose}>
      <p>{t(own ? 'editor.removeWords' : 'editor.giveBackWords')}</p>
      <div className={css.ways}>
        <Button look="danger" onClick={onYes}>
          {t(own ? 'editor.removeOwn' : 'editor.giveBackYes')}
        </Button>
        <Button look="strong" onClick={onClose}>
          {t('editor.keep')}
        </Button>
      </div>
    </Sheet>
  );
};
