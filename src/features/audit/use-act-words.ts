import { useTranslation } from 'react-i18next';
import { useUnitWords } from '#features/unit-words.ts';
import { useWords } from '#features/words.ts';
import { isDay } from '#model/day.ts';
import { isPeriod } from '#model/period.ts';
import { isRole } from '#model/person.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { AuditRow } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';

/** Acts of one name that are told apart by their subject. */
const particular: Record<string, string> = {
  'unit.changed name': 'renamed',
  'unit.changed ended': 'ended',
  'unit.added file': 'addedFromFile',
};

/**
 * What was done, and by whom, in sentences, of rows that speak of some `units`. `tree`: all that is known below the officer's
 * unit; a village is called with its commune unless the log is of that commune or of the village itself.
 */
export const useActWords = (tree: readonly Unit[], asked: UnitId) => {
  const { t } = useTranslation(['audit', 'common']);
  const words = useWords();
  const unitWords = useUnitWords();
  const f = useFormat();
  const below = new Map(tree.map((unit) => [unit.id, unit]));
  return (units: readonly Unit[]) => {
    const known = new Map([...below, ...units.map((unit) => [unit.id, unit] as const)]);
    const place = (id: UnitId, otherwise: string = id) => {
      const unit = known.get(id);
      if (!unit) return otherwise;
      const above = unit.level === 'village' && unit.parent !== null ? known.get(unit.parent) : undefined;
      const plain = !above || [above.id, unit.id].includes(asked) || tree[0]?.id === above.id;
      return plain ? unitWords.said(unit) : t('audit:of', { unit: unitWords.said(unit), above: unitWords.said(above) });
    };
    const about = (subject: string) => (isPeriod(subject) ? words.period(subject) : subject);
    return {
      place,
      what: ({ act, subject, of, unit, params }: AuditRow) => {
        const role = String(params['role'] ?? '');
        const said = particular[`${act} ${subject}`];
        const last = String(params['last'] ?? '');
        return t((said ? `audit:particular.${said}` : `audit:acts.${act}`) as 'audit:title', {
          subject: about(subject ?? ''),
          of: of?.name ?? t('audit:someone', { subject: subject ?? '' }),
          role: isRole(role) ? t(`common:roles.${role}`).toLocaleLowerCase('vi') : role,
          unit: place(unit),
          before: place(subject ?? '', String(params['name'] ?? subject)),
          from: place(String(params['from'] ?? '')),
          to: place(String(params['to'] ?? '')),
          last: isDay(last) ? f.dayLong(last) : last,
          number: f.number(Number(params['count'] ?? 0)),
          defaultValue: act,
        });
      },
      who: ({ by }: AuditRow) => by?.name ?? t('audit:byProvince'),
    };
  };
};
export type ActWords = ReturnType<ReturnType<typeof useActWords>>;
