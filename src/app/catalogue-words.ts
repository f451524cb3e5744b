/** What useWords says: the catalogues' codes and every refusal. */
export const catalogues = ['measures', 'places', 'services', 'cells', 'refusals'];
