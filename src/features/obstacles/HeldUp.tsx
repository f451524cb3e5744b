import type { Obstacle } from '#model/records/obstacle.ts';
import { useHeldUp } from './held-up.ts';

/** The figure or the task that an obstacle holds up, where its team said one. */
export const HeldUp = ({ of }: { of: Obstacle }) => {
  const said = useHeldUp().said(of);
  return said ? <p>{said}</p> : null;
};
