import { ChevronLeft, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { IconButton } from '#ui/IconButton.tsx';
import { useArrival } from '#ui/arrival.ts';
import css from './TopBar.module.css';

type Props = {
  title: ReactNode;
  /** Where "back" leads; a page of its own has none. */
  back?: string;
  /** Closes what is on top, keeping what was typed. */
  close?: () => void;
  side?: ReactNode;
};

/** The head of a place. Its h1 takes the focus when the place opens. */
export const TopBar = ({ title, back, close, side }: Props) => {
  const { t } = useTranslation('common');
  const heading = useArrival();
  return (
    <header className={back || close ? css.bar : `${css.bar} ${css.root}`}>
      {back && (
        <Link to={back} aria-label={t('back')} className={css.back}>
          <ChevronLeft aria-hidden size={24} />
        </Link>
      )}
      {close && <IconButton label={t('close')} icon={X} onClick={close} className={css.close} />}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {side && <div className={css.side}>{side}</div>}
    </header>
  );
};
