import { encodeQR } from 'qr';
import type { Unit } from '#model/unit.ts';
import type { Role } from '#model/person.ts';
import { invitationDays } from './storage/invitations.ts';
import type { Words } from './words.ts';

/** 'Thôn 1 (mẫu), xã Sơn Kim 1': from the unit itself up, without the province, which everybody here knows. */
export const placeInWords = (words: Words, units: readonly Unit[]): string =>
  units
    .filter(({ level }, at) => at === 0 || level !== 'province')
    .map(({ name, type, demo }) => {
      const unit = words(type, { ns: 'units', name });
      return demo ? words('demo', { ns: 'units', unit }) : unit;
    })
    .join(', ');

/**
 * An invitation for a terminal: who, where, the code to type and the code to scan. The code stands after '#', the part of
 * an address that a browser never sends, so that it reaches no log.
 */
export const invitationCard = (
  words: Words,
  { name, role, units, code, address }: { name: string; role: Role; units: Unit[]; code: string; address: string },
): string =>
  [
    words('invitation-for', { role: words(`role-${role}`), name, place: placeInWords(words, units) }),
    words('invitation-code', { code, days: invitationDays }),
    '',
    encodeQR(`${address}/vao#m=${code}`, 'ascii', { border: 2, ecc: 'low' }),
    '',
  ].join('\n');
