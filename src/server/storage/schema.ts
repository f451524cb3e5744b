import type { Generated } from 'kysely';

/*
 * The province's tables, the same on SQLite and PostgreSQL: text, integers and JSON as text. Instants are seconds since
 * 1970, days 'YYYY-MM-DD', truth 0 or 1. The commune is the partition key of everything that grows.
 */

export type UnitTable = {
  id: string;
  name: string;
  type: string;
  level: 'province' | 'commune' | 'village';
  parent_id: string | null;
  /** Ids from the province down to the unit itself, each followed by '/': a subtree is a prefix. */
  path: string;
  valid_from: string;
  valid_to: string | null;
  merged_into: string;
  demo: number;
};

export type PersonTable = {
  id: Generated<number>;
  name: string;
  role: string;
  unit_id: string;
  created_at: number;
  disabled_at: number | null;
};

/** `code_hash`: SHA-256 of the code in base64url. A code is used once. */
export type InvitationTable = {
  code_hash: string;
  person_id: number;
  created_at: number;
  expires_at: number;
  used_at: number | null;
};

export type DeviceTable = {
  number: Generated<number>;
  person_id: number;
  /** SHA-256 of the token in base64url. */
  token_hash: string;
  created_at: number;
  last_seen_at: number;
  /** Operations the phone said it still held, when it was last seen. */
  reported_waiting: number;
  /** The highest seq settled; everything up to it is settled (rule I1). */
  highest_seq: number;
  revoked_at: number | null;
};

/** Every operation that ever arrived, accepted or refused (rules I2, P3). Refused ones have no number. */
export type OperationTable = {
  device: number;
  seq: number;
  commune_id: string;
  /** Its place in the commune's sequence (rule L1). */
  number: number | null;
  unit_id: string;
  person_id: number;
  at: number;
  received_at: number;
  kind: string;
  /** JSON. */
  body: string;
  /** JSON of the fields beside it that only a newer app knows (rule L4). */
  more: string | null;
  refusal_code: string | null;
  refusal_params: string | null;
};

/** The state an entry's operations add up to. `entry` is the OutreachEntry as JSON. */
export type EntryTable = {
  id: string;
  device: number;
  commune_id: string;
  unit_id: string;
  /** Of the newest revision. */
  period: string;
  date: string;
  withdrawn: number;
  entry: string;
  received_at: number;
};

/** Kept sums (rule S2), for villages and their communes; a province adds up its communes. */
export type RollupTable = { unit_id: string; period: string; measure: string; total: number };

/** Completeness and freshness of a village's period. `entries` counts those not withdrawn. */
export type ActivityTable = {
  unit_id: string;
  commune_id: string;
  period: string;
  entries: number;
  last_received_at: number;
};

/** A device's own sums, for its receipts (rule P4). */
export type DeviceTotalTable = { device: number; period: string; measure: string; total: number };

/** One row a commune, locked while operations are numbered (rule L1). */
export type CommuneHeadTable = { commune_id: string; head: number };

export type PeriodClosureTable = { commune_id: string; period: string; closed_at: number; closed_by: number };

/** JSON by key; 'settings' holds ProvinceSettings. */
export type SettingTable = { key: string; value: string };

export type ProvinceTables = {
  unit: UnitTable;
  person: PersonTable;
  invitation: InvitationTable;
  device: DeviceTable;
  operation: OperationTable;
  entry: EntryTable;
  rollup: RollupTable;
  activity: ActivityTable;
  device_total: DeviceTotalTable;
  commune_head: CommuneHeadTable;
  period_closure: PeriodClosureTable;
  setting: SettingTable;
};
