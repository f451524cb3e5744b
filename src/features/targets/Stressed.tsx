import { Fragment } from 'react';

/** A sentence of the catalogue with its numbers set off: what stands between asterisks is. */
export const Stressed = ({ children }: { children: string }) =>
  children
    .split('*')
    // The parts of a sentence never change places.
    // oxlint-disable-next-line react/no-array-index-key
    .map((part, at) => (at % 2 === 1 ? <b key={at}>{part}</b> : <Fragment key={at}>{part}</Fragment>));
