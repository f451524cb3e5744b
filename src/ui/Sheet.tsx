import { X } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#ui/IconButton.tsx';
import css from './Sheet.module.css';

type Props = { open: boolean; title: string; onClose: () => void; children: ReactNode };

/** A question on top of the page: from below on a phone, in the middle on a desk. The browser keeps the focus inside. */
export const Sheet = ({ open, title, onClose, children }: Props) => {
  const { t } = useTranslation('common');
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // Before the effects of what is inside: who wants the focus there takes it from the sheet that stands.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    if (!open && element?.open) element.close();
  }, [open]);

  useEffect(() => {
    const element = dialog.current;
    const besides = (event: MouseEvent) => event.target === element && element?.close();
    element?.addEventListener('click', besides);
    return () => element?.removeEventListener('click', besides);
  }, []);

  return (
    <dialog ref={dialog} className={css.sheet} aria-labelledby={titleId} onClose={onClose}>
      {open && (
        <div className={css.inside}>
          <header className={css.head}>
            <h2 id={titleId}>{title}</h2>
            <IconButton label={t('close')} icon={X} onClick={onClose} />
          </header>
          <div className={css.body}>{children}</div>
        </div>
      )}
    </dialog>
  );
};
