import { isIPv4, isIPv6 } from 'node:net';

const groupsOf = (address: string): string[] => {
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const before = head === '' ? [] : head.split(':');
  if (tail === undefined) return before;
  const after = tail === '' ? [] : tail.split(':');
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after];
};

const plain = (address: string): string =>
  /^::ffff:/i.test(address) && isIPv4(address.slice(7)) ? address.slice(7) : address;

/** Who asks, for counting attempts: the IPv4 address, or the /64 that one IPv6 subscriber has to himself. */
export const subscriberOf = (address: string): string => {
  const bare = plain(address);
  return isIPv6(bare) ? `${groupsOf(bare).slice(0, 4).join(':')}::/64` : bare;
};

/** Whence somebody asks, for logs, without saying who: the /24 of an IPv4 address, the /48 of an IPv6 one. */
export const networkOf = (address: string): string => {
  const bare = plain(address);
  if (isIPv4(bare)) return `${bare.split('.').slice(0, 3).join('.')}.0/24`;
  return isIPv6(bare) ? `${groupsOf(bare).slice(0, 3).join(':')}::/48` : 'unknown';
};
