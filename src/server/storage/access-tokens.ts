import type { Selectable } from 'kysely';
import type { AccessScope } from '#model/access.ts';
import { dayInVietnam } from '#model/day.ts';
import { levelOfRole } from '#model/person.ts';
import { existsOn, type Unit, type UnitId } from '#model/unit.ts';
import type { AccessToken, MadeToken, MakeToken, TokensPage } from '#protocol/access.ts';
import type { Caller, Province, ProvinceDatabase } from '../province.ts';
import { Refused } from '../refusing.ts';
import { noteAct } from './audit.ts';
import type { AccessTokenTable } from './schema.ts';
import { unitInScope } from './scope.ts';
import { hashOf, newToken } from './secrets.ts';
import { unitOfRow, unitsOfLevel } from './units.ts';

type Officer = Pick<Caller, 'path' | 'person' | 'device'>;

/** Another system that reads, found by its token. Its rights end where `path` ends. */
export type Reader = {
  id: number;
  scopes: readonly AccessScope[];
  unit: Unit;
  path: string;
  expiresAt: number;
  revoked: boolean;
};

/** Told from a phone's token at a glance, and found by whoever looks for secrets that slipped into a file. */
const prefix = 'st06_';
/** Seconds: that a token is in use is written down no oftener. */
const noteEvery = 60;

const ofProvince = ({ person }: Officer): void => {
  if (levelOfRole[person.role] !== 'province') throw new Refused('role-too-low');
};

/** All tokens, the newest first, for the province's own officers. Throws Refused with 'role-too-low'. */
export const tokensFor = async ({ db, clock }: Province, officer: Officer): Promise<TokensPage> => {
  ofProvince(officer);
  const now = clock.now();
  const communes = await unitsOfLevel(db, 'commune');
  const provinces = await unitsOfLevel(db, 'province');
  const today = dayInVietnam(now);
  return {
    asOf: Math.floor(now / 1000),
    tokens: await tokensOf(db),
    units: [...provinces, ...communes.filter((unit) => existsOn(unit, today))],
  };
};

/**
 * Makes a token for another system. Its secret is in the answer and nowhere else. Throws Refused with 'role-too-low' or
 * 'unit-out-of-scope'.
 */
export const makeToken = ({ db, clock }: Province, officer: Officer, wish: MakeToken): Promise<MadeToken> => {
  ofProvince(officer);
  const at = Math.floor(clock.now() / 1000);
  return db.transaction().execute(async (tx) => {
    const unit = await unitInScope(tx, officer, wish.unit);
    const secret = prefix + newToken();
    const { id } = await tx
      .insertInto('access_token')
      .values({
        name: wish.name,
        token_hash: hashOf(secret),
        scopes: JSON.stringify([...new Set(wish.scopes)]),
        unit_id: unit.id,
        created_at: at,
        created_by: officer.person.id,
        expires_at: at + wish.days * 24 * 60 * 60,
        last_used_at: null,
        revoked_at: null,
        revoked_by: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const told = { scopes: wish.scopes.join(' '), days: wish.days };
    await noteAct(tx, officer, { act: 'token.made', unit: unit.id, subject: wish.name, params: told }, at);
    return { secret, token: (await tokensOf(tx, id))[0]! };
  });
};

/** Answers a token no longer; doing it twice is doing it once. Throws Refused with 'role-too-low' or 'not-found'. */
export const revokeToken = ({ db, clock }: Province, officer: Officer, id: number): Promise<AccessToken> => {
  ofProvince(officer);
  const at = Math.floor(clock.now() / 1000);
  return db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('access_token')
      .set({ revoked_at: at, revoked_by: officer.person.id })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    const [token] = await tokensOf(tx, id);
    if (!token) throw new Refused('not-found');
    if (numUpdatedRows === 1n)
      await noteAct(tx, officer, { act: 'token.revoked', unit: token.unit.id, subject: token.name }, at);
    return token;
  });
};

/** Found by the hash, so that no comparison of secrets takes a time that tells something. */
export const readerByToken = async (db: ProvinceDatabase, secret: string): Promise<Reader | undefined> => {
  if (!secret.startsWith(prefix)) return undefined;
  const row = await db
    .selectFrom('access_token')
    .innerJoin('unit', 'unit.id', 'access_token.unit_id')
    .selectAll('unit')
    .select(['access_token.id as token', 'scopes', 'expires_at', 'revoked_at'])
    .where('token_hash', '=', hashOf(secret))
    .executeTakeFirst();
  return (
    row && {
      id: row.token,
      scopes: JSON.parse(row.scopes) as AccessScope[],
      unit: unitOfRow(row),
      path: row.path,
      expiresAt: Number(row.expires_at),
      revoked: row.revoked_at !== null,
    }
  );
};

/** `at` in seconds. */
export const noteUse = async (db: ProvinceDatabase, id: number, at: number): Promise<void> => {
  await db
    .updateTable('access_token')
    .set({ last_used_at: at })
    .where('id', '=', id)
    .where(({ or, eb }) => or([eb('last_used_at', 'is', null), eb('last_used_at', '<=', at - noteEvery)]))
    .execute();
};

const tokensOf = async (db: ProvinceDatabase, id?: number): Promise<AccessToken[]> => {
  const all = db
    .selectFrom('access_token')
    .leftJoin('person as maker', 'maker.id', 'access_token.created_by')
    .leftJoin('person as revoker', 'revoker.id', 'access_token.revoked_by')
    .selectAll('access_token')
    .select(['maker.name as maker_name', 'revoker.name as revoker_name'])
    .orderBy('access_token.id', 'desc');
  const rows = await (id === undefined ? all : all.where('access_token.id', '=', id)).execute();
  const units = await unitsOf(
    db,
    rows.map(({ unit_id }) => unit_id),
  );
  return rows.map((row) => tokenOfRow(row, units.get(row.unit_id)!));
};

const unitsOf = async (db: ProvinceDatabase, ids: readonly UnitId[]): Promise<Map<UnitId, Unit>> => {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('unit').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, unitOfRow(row)]));
};

type Row = Selectable<AccessTokenTable> & { maker_name: string | null; revoker_name: string | null };

const tokenOfRow = (row: Row, unit: Unit): AccessToken => ({
  id: row.id,
  name: row.name,
  scopes: JSON.parse(row.scopes) as AccessScope[],
  unit,
  createdAt: Number(row.created_at),
  createdBy: row.maker_name,
  expiresAt: Number(row.expires_at),
  lastUsedAt: row.last_used_at === null ? null : Number(row.last_used_at),
  revoked: row.revoked_at === null ? null : { at: Number(row.revoked_at), by: row.revoker_name },
});
