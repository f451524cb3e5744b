import merged from '#model/catalogue/successors.json' with { type: 'json' };

const fields = new Map(merged.map(({ before, now }) => [before.toLowerCase(), now]));
const merging = new RegExp(`(Bộ|Sở) (${merged.map(({ before }) => before).join('|')})`, 'giu');

/**
 * The bodies of 2022 in a text under the names of those that took their work over in March 2025: 'Sở Kế hoạch và Đầu tư'
 * becomes 'Sở Tài chính', and where two share the work both are named. A body not known to have ended stays as it is.
 */
export const presentBodies = (text: string): string => {
  const renamed = text.replace(merging, (_all, kind: string, field: string) =>
    (fields.get(field.toLowerCase()) ?? [field]).map((now) => `${kind} ${now}`).join(', '),
  );
  const named = renamed.split(', ');
  return named.filter((name, i) => named.indexOf(name) === i).join(', ');
};

/** Every department and locality together: 'Các sở, ngành và địa phương', in whatever words. */
export const everyBody = 'everyone';

/**
 * The body that leads, of a text that may name several: the first. `everyBody` where a text calls on all of them. What
 * follows 'và các' or a comma helps: a plan's board has one heading for each.
 */
export const leadingBody = (text: string): string => {
  const plain = text.trim();
  if (/^các\s/iu.test(plain)) return everyBody;
  return plain.split(/[,;]|\s+và\s+các\s/u)[0]!.trim();
};
