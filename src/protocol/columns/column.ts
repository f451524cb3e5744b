import type { ByteReader, ByteWriter } from '#protocol/columns/bytes.ts';

/** One field of many records, written together because like follows like. The reader knows how many there are. */
export type Column<T> = {
  write(to: ByteWriter, values: readonly T[]): void;
  /** Throws Unreadable; never returns a value that `write` would not take. */
  read(from: ByteReader, count: number): T[];
};

type Fields<R> = { [K in keyof R]-?: Column<R[K]> };

/** Records as one column after the other, in the order of the fields named here. No records take no bytes. */
export const rows = <R extends object>(fields: Fields<R>): Column<R> => {
  const names = Object.keys(fields) as (keyof R)[];
  return {
    write(to, values) {
      if (values.length === 0) return;
      for (const name of names) {
        fields[name].write(
          to,
          values.map((value) => value[name]),
        );
      }
    },
    read(from, count) {
      if (count === 0) return [];
      const records = Array.from({ length: count }, () => ({}) as R);
      for (const name of names) {
        const values = fields[name].read(from, count);
        for (let i = 0; i < count; i++) records[i]![name] = values[i]!;
      }
      return records;
    },
  };
};
