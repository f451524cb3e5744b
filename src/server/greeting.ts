import type { Populated } from './setup/populate.ts';
import { invitationCard } from './invitation-card.ts';
import type { Words } from './words.ts';

type Greeted = Omit<Extract<Populated, { kind: 'ready' }>, 'kind'> & { address: string; built: boolean };

/**
 * What a start says to whoever started it. Invitations are shown once, when they are made: only their hashes are kept.
 */
export const greeting = (words: Words, { address, province, first, built }: Greeted): string => {
  const name = words(province.type, { ns: 'units', name: province.name });
  return [
    '',
    ...(first ? [words('set-up', { province: name, communes: first.communes })] : []),
    ...(first?.demo ? [words('demo-notice')] : []),
    words('open-at', { province: name, address }),
    ...(built ? [] : [words('not-built')]),
    '',
    ...(first?.invited ?? []).map(({ person, units, code }) =>
      invitationCard(words, { name: person.name, role: person.role, units, code, address }),
    ),
    words(first ? 'invitations-once' : 'how-to-invite'),
    '',
  ].join('\n');
};
