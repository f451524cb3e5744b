import { Dexie, type EntityTable, type Table } from 'dexie';
import type { OutreachEntry } from '#model/entry.ts';
import type { AcceptedOperation, DeviceNumber, Operation, RecordId, Seq } from '#model/operation.ts';
import type { EditableRecord } from '#model/record.ts';
import type { PhotoName } from '#model/photo.ts';
import type { Totals } from '#model/totals.ts';
import type { UnitId } from '#model/unit.ts';
import type { BundleAnswer } from '#protocol/bundle.ts';
import type { Refusal } from '#protocol/refusals.ts';
import type { RefusedOperation } from '#protocol/receipt.ts';
import type { Situation } from '#protocol/situation.ts';
import type { ViewName } from '#sync/ports.ts';

/** Who this device works for. One row, key 'me'; absent before sign-in and after sign-out. */
export type SessionRow = {
  key: 'me';
  device: DeviceNumber;
  token: string;
  /** The seq the next operation gets. */
  nextSeq: Seq;
  /** How far the commune's numbering has been read (rule L1). */
  cursor: number;
  /** How far the commune's own records, and the province's, have been read; absent until the first of them were. */
  communeCursor?: number;
  provinceCursor?: number;
  /** The province holds more of this device than the phone does, and it has not all been read back yet (rule T1). */
  holdsLess: boolean;
  signedInAt: number;
  /** The province's public key, to seal bundles with (rule T3); absent until a province that has one told it. */
  sealingKey?: string;
};

/** An operation this device wrote. `number` is its place in the commune once received. */
export type OwnOperationRow = {
  device: DeviceNumber;
  seq: Seq;
  operation: Operation;
  state: 'waiting' | 'received' | 'refused';
  number?: number;
  /** When the province had it, in seconds, once received: an edit is never later than that (rule M3). */
  receivedAt?: number;
  refusal?: Omit<RefusedOperation, 'seq'>;
  /** A refused operation a person has dealt with: by a new operation, or by letting it go. It is still kept (rule P5). */
  dealtWith?: { at: number; by: Seq | 'set-aside' };
};

/**
 * What others of the team wrote. Kept by its name and not by its number, because a province restored from a backup may
 * give numbers anew, names never (rule I1). Kinds not known are kept too (rule L4).
 */
export type AcceptedOperationRow = AcceptedOperation;

/** Where a change of this entry is. Words: Trên máy, Tỉnh đã nhận, Cần xử lý. */
export type Whereabouts = 'onPhone' | 'received' | 'needsAttention';

/**
 * An entry as it stands with unsent changes on top (rule L3): what screens read. Derived, and rebuilt from operations
 * whenever they change. `steps` says where each operation of the entry is, in order: the record, then corrections and
 * the withdrawal.
 */
export type EntryRow = {
  id: RecordId;
  unit: string;
  author: number;
  /** Of the newest revision. */
  date: string;
  entry: OutreachEntry;
  steps: { device: DeviceNumber; seq: Seq; where: Whereabouts }[];
  /** Something of it waits or was refused. */
  unsettled: 0 | 1;
};

/**
 * An editable record as it stands with unsent writes on top: what screens read. Derived, as entries are. On the device of
 * a province's officer it holds only what was written here, to be laid on the province's page.
 */
export type RecordRow = {
  id: RecordId;
  type: string;
  /** The unit whose record it is. */
  unit: UnitId;
  record: EditableRecord;
  /** Where each of its operations is; those the province has, in its order, come first. */
  steps: { device: DeviceNumber; seq: Seq; where: Whereabouts }[];
  /** Something of it waits or was refused. */
  unsettled: 0 | 1;
};

/** A form not saved yet, by form and record, e.g. 'log' or 'correct:17-3'. Kept until saved or thrown away by a person. */
export type DraftRow<Value = unknown> = { form: string; value: Value; changedAt: number };

/** What is known of the link, from real requests only. One row, key 'link'. Milliseconds by this device's clock. */
export type LinkRow = {
  key: 'link';
  tryingSince: number | null;
  lastTriedAt: number | null;
  lastSucceededAt: number | null;
  trouble: { kind: 'unreachable' | 'phone' } | { kind: 'refused'; refusal: Refusal } | null;
  nextTryAt: number | null;
  /** When a person last asked to send now; a later `lastTriedAt` is the answer. */
  askedAt: number | null;
};

/** A comparison with the province after a receipt or a pull (rules P4, T1). One row, key 'comparison'. */
export type ComparisonRow = {
  key: 'comparison';
  at: number;
  through: Seq;
  /** Periods and measures that differ: what the phone has and what the province holds. Empty: they agree. */
  differences: { period: string; measure: string; phone: number; province: number }[];
  /** The province's sums it was made with. */
  held: Totals;
  /** Something arrived since, so that it has to be made again. */
  stale: boolean;
  /** A person had everything read anew since the differences were first seen. */
  readBack?: boolean;
};

/**
 * What this phone had lost and the province still held (rule T1). One row, key 'recovery', until a person has seen it.
 * `missing` seqs were not the phone's any more; `found` operations came back, of the days `first` to `last`.
 */
export type RecoveryRow = {
  key: 'recovery';
  missing: number;
  found: number;
  first: string | null;
  last: string | null;
  /** Everything the province holds has been read. */
  finished: boolean;
};

export type SituationRow = { key: 'situation'; situation: Situation };
export type PinRow = {
  key: 'pin';
  salt: Uint8Array<ArrayBuffer>;
  rounds: number;
  verifier: Uint8Array<ArrayBuffer>;
  misses: number;
  waitUntil: number;
};
export type InstallRow = { key: 'install'; state: 'offered' | 'dismissed' | 'installed'; at: number };
export type PersistenceRow = { key: 'persistence'; granted: boolean; askedAt: number };

/** The kinds of operation that the app which made the rows of entries understood. */
export type UnderstoodRow = { key: 'understood'; kinds: string[] };

/**
 * What this device signs its bundles with (rule T3). `sign` cannot be taken out of the browser. `askedAt`: when the
 * province last would not take `publicKey`.
 */
export type SigningKeyRow = {
  key: 'signing-key';
  sign: CryptoKey;
  publicKey: string;
  registered: boolean;
  askedAt: number | null;
};

export type NotebookRow =
  | UnderstoodRow
  | SessionRow
  | LinkRow
  | ComparisonRow
  | RecoveryRow
  | SituationRow
  | PinRow
  | InstallRow
  | PersistenceRow
  | SigningKeyRow;

/** An officer's page as last received. `wantedAt` is when a screen last wanted it. */
export type ViewRow = {
  name: ViewName;
  wantedAt: number;
  fetchedAt: number | null;
  body: unknown;
  refusal: Refusal | null;
};

/**
 * A bundle this device made of its own operations `first` to `last` (rule T3). `receiptKey` opens the receipt that comes
 * back for it. `savedAt`: when it last left the phone as a file, which is a copy outside the browser.
 */
export type BundleRow = {
  id: string;
  device: DeviceNumber;
  first: Seq;
  last: Seq;
  /** The province's key it is sealed for. */
  sealingKey: string;
  text: string;
  receiptKey: Uint8Array<ArrayBuffer>;
  madeAt: number;
  savedAt: number | null;
};

/**
 * A colleague's bundle on its way with this phone, kept until the province answered, and its receipt until it is given
 * back. `notBefore`: the next try, by this device's clock. It belongs to the phone: signing out leaves it.
 */
export type CarriedRow = {
  id: string;
  text: string;
  takenAt: number;
  state: 'waiting' | 'delivered' | 'held' | 'refused';
  held: Extract<BundleAnswer, { kind: 'held' }>['why'] | null;
  refusal: Refusal | null;
  tries: number;
  notBefore: number;
  answeredAt: number | null;
  /** As text, to hand back. */
  receipt: string | null;
};

/**
 * A photo of a session, as it will be at the province: shrunk, blurred, with nothing said beside the picture. `sent` bytes
 * have arrived there. `hurry`: a person wants it sent over a slow link too.
 */
export type PhotoRow = {
  name: PhotoName;
  entry: RecordId;
  bytes: Uint8Array<ArrayBuffer>;
  takenAt: number;
  /** `leaving`: at the province, which is still to be told that it has to go. */
  state: 'waiting' | 'received' | 'refused' | 'leaving';
  sent: number;
  hurry: boolean;
  refusal: Refusal | null;
};

/** Everything the device remembers. Open as many as you like: each name is a device of its own. */
export class Handbook extends Dexie {
  declare notebook: Table<NotebookRow, NotebookRow['key']>;
  declare ownOperations: Table<OwnOperationRow, [DeviceNumber, Seq]>;
  declare acceptedOperations: Table<AcceptedOperationRow, [DeviceNumber, Seq]>;
  declare entries: EntityTable<EntryRow, 'id'>;
  declare records: EntityTable<RecordRow, 'id'>;
  declare drafts: EntityTable<DraftRow, 'form'>;
  declare views: EntityTable<ViewRow, 'name'>;
  declare bundles: EntityTable<BundleRow, 'id'>;
  declare carried: EntityTable<CarriedRow, 'id'>;
  declare photos: EntityTable<PhotoRow, 'name'>;

  constructor(name = 'so-tay-06') {
    // Strict: a transaction is complete when it is on disk, not when the system has been told of it (rule W1).
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      notebook: 'key',
      ownOperations: '[device+seq], state, operation.body.entry',
      acceptedOperations: '[device+seq], body.entry',
      entries: 'id, date, unsettled',
      drafts: 'form',
      views: 'name, wantedAt',
    });
    this.version(2).stores({ bundles: 'id, last', carried: 'id, state' });
    this.version(3).stores({
      ownOperations: '[device+seq], state, operation.body.entry, operation.body.record',
      acceptedOperations: '[device+seq], body.entry, body.record',
      records: 'id, type, unit, unsettled',
    });
    this.version(4).stores({ photos: 'name, entry, state' });
  }
}
