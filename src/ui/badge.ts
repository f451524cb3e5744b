const counts = { unsent: 0, due: 0 };

/**
 * The number on the app's icon, where the system shows one: what only this phone has, and what is late or due today.
 * Each is said on the first screen as well.
 */
export const showOnBadge = (part: keyof typeof counts, count: number): void => {
  counts[part] = count;
  if (!('setAppBadge' in navigator)) return;
  const all = counts.unsent + counts.due;
  // Refused where the person does not allow badges.
  (all > 0 ? navigator.setAppBadge(all) : navigator.clearAppBadge()).catch(() => {});
};
