import type { LinkRow, OwnOperationRow } from '#store/database.ts';

const aDay = 24 * 60 * 60 * 1000;

/** The province does not know this phone any longer: only a new invitation helps. Work stays where it is. */
export const closedDoors: readonly string[] = ['token-stale', 'sign-in-needed'];

type Why = 'sending' | 'noNetwork' | 'willSend' | 'refused' | 'phoneFailed';
type Read = { link: LinkRow; outbox: { waiting: OwnOperationRow[] } };

const whyOf = ({ tryingSince, trouble }: LinkRow): Why => {
  if (tryingSince !== null) return 'sending';
  if (!trouble) return 'willSend';
  return ({ unreachable: 'noNetwork', phone: 'phoneFailed', refused: 'refused' } as const)[trouble.kind];
};

/**
 * Why something is still on this phone, from the last real request; and whether a person should do something: when it
 * has waited for more than a day, or the reporting day is today or tomorrow and the province did not answer.
 */
export const howItStands = (
  { link, outbox }: Read,
  now: number,
  daysLeft: number,
): { why: Why; late?: 'lateDay' | 'lateDue' } => {
  const why = whyOf(link);
  if (outbox.waiting.length === 0) return { why };
  const oldest = Math.min(...outbox.waiting.map(({ operation }) => operation.at * 1000));
  if (now - oldest > aDay) return { why, late: 'lateDay' };
  return daysLeft <= 1 && why === 'noNetwork' ? { why, late: 'lateDue' } : { why };
};
