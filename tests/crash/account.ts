import type { Operation } from '#model/operation.ts';
import type { ProvinceDatabase } from '#server/province.ts';
import { saysTheSame } from '#server/storage/operation-row.ts';
import type { Tally } from './kind.ts';
import type { SocketPhone } from './phone.ts';

const nameOf = ({ device, seq }: { device: number; seq: number }) => `${device}-${seq}`;

/** Holds what phones were told against what the province has, kill after kill. Operations are counted once, by name. */
export const createAccount = () => {
  const acknowledged = new Map<string, { operation: Operation; number: number | undefined }>();
  const lost = new Set<string>();
  const doubled = new Set<string>();

  const inProvince = async (db: ProvinceDatabase, { answer: { device } }: SocketPhone) => {
    const rows = await db.selectFrom('operation').selectAll().where('device', '=', device).execute();
    return new Map(rows.map((row) => [nameOf(row), row]));
  };

  return {
    /** After a kill: what was acknowledged before it, and what the dying province still said, is there. */
    look: async (db: ProvinceDatabase, phones: readonly SocketPhone[]): Promise<void> => {
      for (const phone of phones) {
        const told = await phone.db.ownOperations.where('state').notEqual('waiting').toArray();
        for (const { operation, number } of told) acknowledged.set(nameOf(operation), { operation, number });
        const rows = await inProvince(db, phone);
        for (const { operation, number } of told) {
          const row = rows.get(nameOf(operation));
          if (!row || !saysTheSame(row, operation) || (row.number ?? undefined) !== number) lost.add(nameOf(operation));
        }
      }
    },
    /** At rest: every save is there once, under one number, and nothing that nobody saved. */
    close: async (db: ProvinceDatabase, phones: readonly SocketPhone[], kills: number): Promise<Tally> => {
      const numbers = new Map<string, string>();
      for (const phone of phones) {
        const saved = await phone.db.ownOperations.toArray();
        const rows = await inProvince(db, phone);
        for (const { operation } of saved) if (!rows.has(nameOf(operation))) lost.add(nameOf(operation));
        const names = new Set(saved.map(({ operation }) => nameOf(operation)));
        const bodies = new Map<string, string>();
        for (const [name, row] of rows) {
          const number = `${row.commune_id} ${row.number}`;
          const body = `${row.kind} ${row.body}`;
          if (!names.has(name) || bodies.has(body) || (row.number !== null && numbers.has(number))) doubled.add(name);
          bodies.set(body, name);
          numbers.set(number, name);
        }
      }
      return { kills, acknowledged: acknowledged.size, lost: lost.size, doubled: doubled.size };
    },
  };
};
