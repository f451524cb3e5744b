import { tidyContent } from '#model/entry-content.ts';
import { newestRevision, type OutreachEntry } from '#model/entry.ts';
import { examineEntry, examineReason, fault, type Circumstances } from '#model/entry-rules.ts';
import type { Fault } from '#model/fault.ts';
import type { KnownOperation } from '#model/operation.ts';
import { periodOf } from '#model/period.ts';
import { maySaveEntries, mayChangeEntry, type Person } from '#model/person.ts';

/**
 * Everything wrong or doubtful about a change, given the entry it speaks of as it stands. The phone asks before it
 * saves, the province asks again before it accepts. For work in a unit that was left, the person and the circumstances
 * are those of then (rule T4).
 */
export const examineChange = (
  operation: KnownOperation,
  entry: OutreachEntry | undefined,
  person: Person,
  circumstances: Circumstances,
): Fault[] => {
  if (!maySaveEntries(person.role)) return [fault('role-may-not-save', 'unit')];
  if (operation.unit !== person.unit) return [fault('unit-not-yours', 'unit')];
  if (operation.kind === 'entry.record') return examineEntry(tidyContent(operation.body), circumstances);

  if (!entry) return [fault('entry-unknown', 'entry')];
  if (!mayChangeEntry(person, entry)) return [fault('entry-not-yours', 'entry')];
  if (entry.withdrawal) return [fault('entry-withdrawn', 'entry')];
  // A frozen period loses nothing either: moving an entry out of it is a change to it (rule S3).
  const period = periodOf(newestRevision(entry).content.date, circumstances.periodKind);
  if (circumstances.closedPeriods.includes(period)) return [fault('period-closed', 'date', { period })];
  const aboutReason = examineReason(operation.body.reason);
  return operation.kind === 'entry.withdraw'
    ? aboutReason
    : [...examineEntry(tidyContent(operation.body.content), circumstances), ...aboutReason];
};
