import type { Table } from 'dexie';
import type { Handbook } from '#store/database.ts';

/** The tables a change touches, whoever made it: they commit together or not at all (rule W1). */
export const changing = (db: Handbook): Table[] => [
  db.notebook,
  db.ownOperations,
  db.acceptedOperations,
  db.entries,
  db.records,
];
