import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card } from '#features/guide/cards.ts';
import { GiveBackSheet } from '#features/guide/GiveBackSheet.tsx';
import { Button } from '#ui/Button.tsx';
import css from './EditForm.module.css';

type Props = {
  card: Card | undefined;
  /** Whether it says anything else than the card does now. */
  changed: boolean;
  onSave: () => void;
  onStartAnew: () => void;
  onGiveBack: () => void;
};

/** What an officer can do with what was typed, and with the province's words as they stand. */
export const EditWays = ({ card, changed, onSave, onStartAnew, onGiveBack }: Props) => {
  const { t } = useTranslation('guide');
  const [givingBack, setGivingBack] = useState(false);
  const own = card?.group === 'own';
  return (
    <div className={css.ways}>
      <Button look="primary" onClick={onSave}>
        {t('editor.save')}
      </Button>
      {changed && (
        <Button look="quiet" onClick={onStartAnew}>
          {t('editor.startAnew')}
        </Button>
      )}
      {card?.replaced && (
        <Button look="danger" icon={Undo2} onClick={() => setGivingBack(true)}>
          {t(own ? 'editor.removeOwn' : 'editor.giveBack')}
        </Button>
      )}
      <GiveBackSheet own={own} open={givingBack} onClose={() => setGivingBack(false)} onYes={onGiveBack} />
    </div>
  );
};
