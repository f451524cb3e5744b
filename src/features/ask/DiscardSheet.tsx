import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { draftOfSurvey } from '#model/survey.ts';
import { dropDraft } from '#store/draft.ts';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import { Sheet } from '#ui/Sheet.tsx';
import css from './Ask.module.css';

type Props = { open: boolean; asked: number; onClose: () => void };

/** Asked before answers go that nobody can give again. */
export const DiscardSheet = ({ open, asked, onClose }: Props) => {
  const { t } = useTranslation('ask');
  const format = useFormat();
  const { db } = useHands();
  return (
    <Sheet open={open} title={t('discardTitle')} onClose={onClose}>
      <p>{t('discardWords', { count: asked, number: format.number(asked) })}</p>
      <div className={css.two}>
        <Button look="danger" onClick={() => void dropDraft(db, draftOfSurvey)}>
          {t('discardYes')}
        </Button>
        <Button look="strong" onClick={onClose}>
          {t('discardNo')}
        </Button>
      </div>
    </Sheet>
  );
};
