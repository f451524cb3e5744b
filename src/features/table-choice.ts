const place = (table: string) => `so-tay-06.table.${table}`;

/** The columns a person chose for a table on this device; undefined when they never did. */
export const chosenColumns = (table: string): string[] | undefined => {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place(table)) ?? 'null');
    return Array.isArray(found) ? found.filter((key): key is string => typeof key === 'string') : undefined;
  } catch {
    // Storage forbidden: the choice lasts as long as the page.
    return undefined;
  }
};

/** Undefined forgets the choice. */
export const chooseColumns = (table: string, keys: readonly string[] | undefined): void => {
  try {
    if (keys) localStorage.setItem(place(table), JSON.stringify(keys));
    else localStorage.removeItem(place(table));
  } catch {
    // As above.
  }
};
