/** Runs once the first screen stands: what a person does not wait for must not make them wait. */
export const afterFirstPaint = (work: () => void): void => {
  requestAnimationFrame(() => setTimeout(work, 0));
};
