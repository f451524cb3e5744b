import type { HTMLAttributes } from 'react';
import css from './Card.module.css';

type Props = HTMLAttributes<HTMLElement> & { as?: 'ul' | 'ol' | 'section' | 'div' };

/** A sheet of white paper; its children are parted by hairlines. */
export const Card = ({ as: Tag = 'section', className, ...rest }: Props) => (
  <Tag className={[css.card, className].filter(Boolean).join(' ')} {...rest} />
);
