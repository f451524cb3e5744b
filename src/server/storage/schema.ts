import type { Generated } from 'kysely';
import type { ReportStepName } from '#model/report-steps.ts';

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
  /** The officer who did it; null at the terminal. */
  disabled_by: number | null;
};

/** `code_hash`: SHA-256 of the code in base64url. A code is used once. */
export type InvitationTable = {
  code_hash: string;
  person_id: number;
  created_at: number;
  expires_at: number;
  used_at: number | null;
  /** The officer who made it; null at the terminal. */
  created_by: number | null;
  withdrawn_at: number | null;
};

/** Where a person belongs and belonged, as what. Days; `since` null: always, `until` null: still. */
export type MembershipTable = {
  number: Generated<number>;
  person_id: number;
  unit_id: string;
  role: string;
  since: string | null;
  until: string | null;
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
  /** The officer who locked it; its own person who signed out; null at the terminal. */
  revoked_by: number | null;
  /** What its bundles are signed with (rule T3), as protocol/public-key.ts writes it. */
  signing_key: string | null;
};

/** Every operation that ever arrived, accepted or refused (rules I2, P3). Refused ones have no number. */
export type OperationTable = {
  device: number;
  seq: number;
  commune_id: string;
  /** Its place in the commune's sequence, or the province's (rule L1). */
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
  /** The number of the amendment that let it in after its period was closed (rule S3). */
  amendment: number | null;
  /** Of a refused one: the operation that says it anew, or that its person let it go (rule P5). It is never taken in. */
  replaced_by: string | null;
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

/** An editable record as its writes say it stands (rules M2, S2). `state` is the EditableRecord as JSON. */
export type RecordTable = {
  id: string;
  type: string;
  /** Where its writes are numbered: the commune of its unit, or the province. */
  commune_id: string;
  /** Whose it is. */
  unit_id: string;
  state: string;
  /** When the last write was received. */
  changed_at: number;
};

/** Kept sums (rule S2), for villages and their communes; a province adds up its communes. */
export type RollupTable = { unit_id: string; period: string; measure: string; total: number };

/**
 * The same sums told apart by day, channel, place, gender, age, group or service (model/breakdown.ts). `totals`: Breakdown as
 * JSON, a row a part, because a push adds to hundreds of its numbers at once.
 */
export type BreakdownTable = { unit_id: string; period: string; part: string; totals: string };

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

/** One row a commune, and one for the province's own records, locked while operations are numbered (rule L1). */
export type CommuneHeadTable = { commune_id: string; head: number };

/** What officers did to the report of a period. Rows are added and never changed. */
export type ReportStepTable = {
  /** A commune, or the province. */
  unit_id: string;
  period: string;
  /** From 1, without gaps, within a unit's period. */
  number: number;
  step: ReportStepName;
  at: number;
  person_id: number;
  /** Null for periods closed before steps were kept. */
  device: number | null;
  reason: string | null;
  /** JSON: the units that were late when it was taken. */
  missing: string;
  /** JSON: of an amendment what it let in and changed; of a consolidation the page as it stood. */
  detail: string | null;
};

export type PeriodClosureTable = { commune_id: string; period: string; closed_at: number; closed_by: number };

/**
 * What bundles are sealed with (rule T3). One, made by a migration; two after a restore of an older backup, and both open.
 * `private_key` is a JWK and leaves this table for nothing but opening.
 */
export type ProvinceKeyTable = { id: string; public_key: string; private_key: string };

/** Work that waits for an officer (rule T2), and what became of it. */
export type HeldBundleTable = {
  /** Of the bundle; of what it says, when the device pushed it itself. */
  id: string;
  device: number;
  /** The owner of a device known to us. */
  person_id: number | null;
  /** Whose officers decide: a commune, or the province itself. */
  commune_id: string;
  why: 'device-revoked' | 'person-disabled' | 'device-unknown';
  /** What a bundle of an unknown device is signed with. */
  key: string | null;
  carried_by: number | null;
  received_at: number;
  first_seq: number;
  operations: number;
  /** JSON of HeldSummary: what can be told of it without what people wrote. */
  summary: string;
  /** JSON of the operations, as they came. */
  body: string;
  decided_at: number | null;
  decided_by: number | null;
  decision: 'accepted' | 'refused' | 'arrived' | null;
  reason: string | null;
  /** JSON: how many operations were accepted and refused. */
  outcome: string | null;
};

/** A photo of a session, whole and looked at; its bytes lie in a file of that name. */
export type PhotoTable = {
  /** As model/photo.ts writes it. */
  name: string;
  entry_id: string;
  unit_id: string;
  commune_id: string;
  device: number;
  person_id: number;
  bytes: number;
  width: number;
  height: number;
  received_at: number;
};

/** Who did what. Rows are added and never changed. `person_id` and `device` are null at the terminal. */
export type AuditTable = {
  number: Generated<number>;
  at: number;
  person_id: number | null;
  device: number | null;
  /** As protocol/audit.ts names it. */
  act: string;
  unit_id: string;
  /** The unit's commune, or the province: whose officers read it. */
  commune_id: string;
  subject: string | null;
  /** JSON of small facts. */
  params: string;
};

/** What a unit, or what became part of it, was called until `valid_to`. `code`: the official one it had then. */
export type FormerUnitTable = {
  unit_id: string;
  name: string;
  type: string;
  /** '' where there was none. */
  district: string;
  code: string | null;
  valid_to: string;
};

/** Units merged or split from the day `begins` on: done, to be done on that day, or called off. */
export type ReorganisationTable = {
  number: Generated<number>;
  /** The commune, or the province, whose units they are. */
  unit_id: string;
  begins: string;
  /** JSON of the Reorganisation of model/reorganisation.ts. */
  command: string;
  asked_at: number;
  asked_by: number;
  done_at: number | null;
  cancelled_at: number | null;
  cancelled_by: number | null;
  /** JSON of the refusal, when the day had come and it could not be done. */
  problem: string | null;
};
/** Where a unit lies: coordinates of a GeoJSON MultiPolygon as JSON, simplified when they were loaded. */
export type BoundaryTable = { unit_id: string; polygons: string; loaded_at: number };

/** With what another system reads. `token_hash`: SHA-256 of its secret in base64url; `scopes`: JSON. */
export type AccessTokenTable = {
  id: Generated<number>;
  name: string;
  token_hash: string;
  scopes: string;
  unit_id: string;
  created_at: number;
  created_by: number | null;
  expires_at: number;
  last_used_at: number | null;
  revoked_at: number | null;
  revoked_by: number | null;
};

/** JSON by key; 'settings' holds ProvinceSettings. */
export type SettingTable = { key: string; value: string };

export type ProvinceTables = {
  unit: UnitTable;
  person: PersonTable;
  invitation: InvitationTable;
  membership: MembershipTable;
  device: DeviceTable;
  operation: OperationTable;
  entry: EntryTable;
  record: RecordTable;
  rollup: RollupTable;
  breakdown: BreakdownTable;
  activity: ActivityTable;
  device_total: DeviceTotalTable;
  commune_head: CommuneHeadTable;
  period_closure: PeriodClosureTable;
  report_step: ReportStepTable;
  province_key: ProvinceKeyTable;
  held_bundle: HeldBundleTable;
  photo: PhotoTable;
  audit: AuditTable;
  former_unit: FormerUnitTable;
  reorganisation: ReorganisationTable;
  boundary: BoundaryTable;
  access_token: AccessTokenTable;
  setting: SettingTable;
};
