import type { RecordDefinition } from '#model/record-definition.ts';

/** Every type of editable record there is; the province accepts no others. A phone's screens import only their own. */
export const recordDefinitions: readonly RecordDefinition[] = [];

/** The type of that name, or undefined: a type of a newer app. */
export const definitionOf = (type: string): RecordDefinition | undefined =>
  recordDefinitions.find((definition) => definition.type === type);
