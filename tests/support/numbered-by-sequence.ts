import { sql, type Kysely, type KyselyPlugin, type OperationNode, type TableNode } from 'kysely';
import type { ProvinceDatabase } from '#server/province.ts';

const isHead = (table: OperationNode | undefined) =>
  table?.kind === 'TableNode' && (table as TableNode).table.identifier.name === 'commune_head';

/**
 * The same province, its operations numbered as many would: from a sequence, without waiting for whoever has the number
 * before. To see that what looks for skipped changes finds them.
 */
export const numberedBySequence = (db: ProvinceDatabase): ProvinceDatabase => {
  const drawn = (db as unknown as Kysely<{ drawn: { head: number } }>)
    .insertInto('drawn')
    .defaultValues()
    .returning('head')
    .toOperationNode();
  const advanced = db
    .updateTable('commune_head')
    .set({ head: sql`greatest(head, currval('operation_numbers'))` })
    .toOperationNode();
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (node.kind === 'InsertQueryNode' && isHead(node.into)) return drawn;
      return node.kind === 'UpdateQueryNode' && isHead(node.table) ? advanced : node;
    },
    transformResult: async ({ result }) => result,
  };
  return db.withPlugin(plugin);
};

export const prepareSequence = async (db: ProvinceDatabase, commune: string): Promise<void> => {
  await sql`create sequence operation_numbers`.execute(db);
  await sql`create table drawn (head bigint default nextval('operation_numbers') - 1)`.execute(db);
  await db.insertInto('commune_head').values({ commune_id: commune, head: 0 }).execute();
};
