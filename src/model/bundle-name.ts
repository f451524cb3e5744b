/** Four letters or digits of a bundle's id, by which two people on two phones tell bundles apart. */
export const bundleName = (id: string): string => id.replace(/[_-]/g, '').slice(0, 4).toUpperCase();
