import { type Kysely, sql } from 'kysely';
import type { AutoNumber } from '../storage/auto-number.ts';

/** Tokens with which other systems read. */
export const up = async (db: Kysely<unknown>, autoNumber: AutoNumber): Promise<void> => {
  await sql`create table access_token (
    ${autoNumber('id')},
    name text not null,
    token_hash text not null unique,
    scopes text not null,
    unit_id text not null references unit (id),
    created_at bigint not null,
    created_by integer,
    expires_at bigint not null,
    last_used_at bigint,
    revoked_at bigint,
    revoked_by integer
  )`.execute(db);
};
