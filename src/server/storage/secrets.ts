import { createHash, randomBytes, randomInt } from 'node:crypto';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What is stored in place of a secret: SHA-256 in base64url. Our secrets are random, so no salt and no slow hash. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/**
 * 32 bytes in base64url: random, or made from a secret of the phone's, so that a phone which never heard our answer is
 * given the same token again although we keep only its hash.
 */
export const newToken = (secret?: string): string =>
  secret === undefined ? randomBytes(32).toString('base64url') : hashOf(`token of ${secret}`);

/** Eight random characters of Crockford's base 32: 40 bits, guarded by the limit on attempts. */
export const newInvitationCode = (): string =>
  Array.from({ length: 8 }, () => crockford[randomInt(crockford.length)]).join('');

/** As it is printed and said: 'K7QM-2XVD'. */
export const inTwoGroups = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
