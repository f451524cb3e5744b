import { useTranslation } from 'react-i18next';
import { useEntryName } from '#features/entry-name.ts';
import { useLive } from '#features/handbook.tsx';
import { useSituation } from '#features/situation.ts';
import { entryOf } from '#model/entry.ts';
import { isKnown } from '#model/operation.ts';
import { isRecordKind, recordOf, valueOf } from '#model/record.ts';
import type { OwnOperationRow } from '#store/database.ts';
import { entryById } from '#store/journal.ts';
import { recordById } from '#store/records.ts';

const named = [
  'task',
  'progress',
  'plan-item',
  'target',
  'official-figure',
  'guide-card',
  'obstacle',
  'mobile-point',
  'attendance',
  'announcement',
  'read-mark',
  'report-text',
] as const;
const isNamed = (type: string): type is (typeof named)[number] => (named as readonly string[]).includes(type);

/** What an operation in the outbox is called, the day it speaks of, and whether its name names a colleague. */
export const useOperationName = ({ operation }: OwnOperationRow) => {
  const { t } = useTranslation('outbox');
  const me = useSituation();
  const nameOf = useEntryName();
  const known = isKnown(operation) ? operation : undefined;
  const entry = known && entryOf(known);
  const row = useLive(async (db) => (entry ? entryById(db, entry) : undefined), [entry]);
  const write = isRecordKind(operation) ? operation : undefined;
  const record = write && recordOf(write);
  const title = valueOf(
    useLive(async (db) => (record ? recordById(db, record) : undefined), [record])?.record,
    'title',
  );
  if (write && isNamed(write.body.type)) {
    const what = t(`records.${write.body.type}`);
    const name = typeof title === 'string' ? t('titled', { what, title }) : what;
    return { name, shared: name, day: undefined, entry };
  }
  if (!known || !entry) return { name: t('unknownChange'), shared: t('unknownChange'), day: undefined, entry };

  const own = known.kind === 'entry.record' || row?.author === me?.person.id;
  const plain = nameOf({ id: entry, author: own && me ? me.person.id : (row?.author ?? 0) });
  const dayOf = () => {
    if (known.kind === 'entry.record') return known.body.date;
    return known.kind === 'entry.correct' ? known.body.content.date : row?.date;
  };
  const say = (what: string) => {
    if (known.kind === 'entry.record') return what;
    const inside = what.charAt(0).toLowerCase() + what.slice(1);
    return t(known.kind === 'entry.correct' ? 'correctOf' : 'withdrawOf', { name: inside });
  };
  // A colleague's name stays in the team: what is passed on says only that it is an entry.
  return { name: say(plain), shared: say(own ? plain : t('aTurn')), day: dayOf(), entry };
};
