import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import css from './TakeIn.module.css';

type Props = { open: boolean; onTake: (texts: string[]) => Promise<unknown>; onClose: () => void };

/** For a bundle or a receipt that came as a message. */
export const PasteSheet = ({ open, onTake, onClose }: Props) => {
  const { t } = useTranslation('carry');
  const field = useId();
  const [text, setText] = useState('');
  const take = async () => {
    await onTake([text]);
    setText('');
    onClose();
  };
  return (
    <Sheet open={open} title={t('takeIn.pasteTitle')} onClose={onClose}>
      <label htmlFor={field}>{t('takeIn.pasteLabel')}</label>
      <textarea
        id={field}
        className={css.pasted}
        rows={6}
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button look="primary" onClick={() => void take()}>
        {t('takeIn.take')}
      </Button>
    </Sheet>
  );
};
