/** The number of operations only this phone has, on the app's icon where the system shows one. */
export const showUnsent = (count: number): void => {
  if (!('setAppBadge' in navigator)) return;
  // Refused where the person does not allow badges; the first screen says it as well.
  (count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge()).catch(() => {});
};
