import { isDeepStrictEqual } from 'node:util';
import { letGoKind } from '#model/let-go.ts';
import type { Operation } from '#model/operation.ts';
import type { DraftRow, OwnOperationRow } from '#store/database.ts';
import type { Written } from '#store/write-change.ts';
import type { SyncedPhone } from '../support/synced-phone.ts';
import { must, plain } from './violation.ts';

export const nameOf = ({ device, seq }: { device: number; seq: number }) => `${device}-${seq}`;
export const calledOf = ({ person, device }: SyncedPhone) => `${person.role} ${person.unit} (máy ${device})`;

export const operationsOn = ({ disk, device }: SyncedPhone): OwnOperationRow[] =>
  disk.rows<OwnOperationRow>('ownOperations').filter((row) => row.device === device);

/** What people were told is saved, and what they left in a form, as it was then. What the history is held against. */
export type Saves = {
  all(): Operation[];
  of(device: number): Operation[];
  /** A person was told what a write came to. What is said to be saved lies on the disk in that moment (rule W1). */
  told(phone: SyncedPhone, written: Written, draft?: string): void;
  /** Told, on another way. */
  add(operation: Operation): void;
  /** The form as the person left it. */
  typed(phone: SyncedPhone, form: string, value: unknown): void;
  drafts(phone: SyncedPhone): ReadonlyMap<string, unknown>;
  /**
   * After the browser was killed, a person looks what is there: what was under way when it happened is saved, with its
   * draft gone, or it is not, and the draft is as it was. Never something between.
   */
  lookAgain(phone: SyncedPhone): void;
  /** The phone has forgotten everything. Returns what only it held: it may be gone, and the person is told so. */
  forgotten(phone: SyncedPhone): Operation[];
  /** Held by a phone that forgot it before the province had it; a copy may still arrive. */
  isGone(name: string): boolean;
};

type Forms = Map<string, { value: unknown; before: unknown }>;

export const createSaves = (): Saves => {
  const byName = new Map<string, Operation>();
  const gone = new Set<string>();
  const forms = new Map<SyncedPhone, Forms>();
  const formsOf = (phone: SyncedPhone) => forms.get(phone) ?? forms.set(phone, new Map()).get(phone)!;

  const saves: Saves = {
    all: () => [...byName.values()],
    of: (device) =>
      [...byName.values()].filter((operation) => operation.device === device && !gone.has(nameOf(operation))),
    add: (operation) => void byName.set(nameOf(operation), structuredClone(operation)),
    told: (phone, written, draft) => {
      if (written.kind !== 'saved') return;
      const row = operationsOn(phone).find(({ seq }) => seq === written.seq);
      const name = `${phone.device}-${written.seq}`;
      must(row !== undefined, 'lost', () => `${name} was said to be saved and is not there (rule W1)`);
      if (!byName.has(name)) saves.add(row.operation);
      // Letting a refused operation go says nothing but that.
      for (const { operation } of operationsOn(phone))
        if (operation.kind === letGoKind && !byName.has(nameOf(operation))) saves.add(operation);
      if (draft !== undefined) formsOf(phone).delete(draft);
    },
    typed: (phone, form, value) => {
      const before = formsOf(phone).get(form)?.value;
      formsOf(phone).set(form, { value: structuredClone(value), before });
    },
    drafts: (phone) => new Map([...formsOf(phone)].map(([form, { value }]) => [form, value])),
    lookAgain: (phone) => {
      const found = operationsOn(phone).filter((row) => !byName.has(nameOf(row)));
      for (const { operation } of found) saves.add(operation);
      const there = new Map(phone.disk.rows<DraftRow>('drafts').map(({ form, value }) => [form, value]));
      for (const [form, { value, before }] of formsOf(phone)) {
        const is = there.get(form);
        const written = found.some(({ operation }) => isDeepStrictEqual(operation.body, value));
        must(!written || is === undefined, 'wrong', () => `${calledOf(phone)} saved ${form} and kept its draft`);
        const saved = is === undefined && written;
        const neverTyped = is === undefined && before === undefined;
        must(
          saved || neverTyped || isDeepStrictEqual(is, value) || isDeepStrictEqual(is, before),
          'lost',
          () => `${calledOf(phone)} lost what was typed into ${form}: ${plain(is)}`,
        );
        if (is === undefined) formsOf(phone).delete(form);
        else formsOf(phone).set(form, { value: is, before: is });
      }
    },
    forgotten: (phone) => {
      forms.delete(phone);
      const unsent = operationsOn(phone)
        .filter(({ state }) => state === 'waiting')
        .map(({ operation }) => operation);
      for (const operation of unsent) gone.add(nameOf(operation));
      return unsent;
    },
    isGone: (name) => gone.has(name),
  };
  return saves;
};
