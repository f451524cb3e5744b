import { useTranslation } from 'react-i18next';
import { useUnitWords } from '#features/unit-words.ts';
import { useWords } from '#features/words.ts';
import { isPeriod } from '#model/period.ts';
import { isRole } from '#model/person.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { AuditRow } from '#store/officer-pages.ts';

/** What was done, and by whom, in sentences. `units` are those that rows speak of. */
export const useActWords = (units: readonly Unit[]) => {
  const { t } = useTranslation(['audit', 'common']);
  const words = useWords();
  const unitWords = useUnitWords();
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const place = (id: UnitId) => {
    const unit = known.get(id);
    return unit ? unitWords.said(unit) : id;
  };
  const about = (subject: string) => (isPeriod(subject) ? words.period(subject) : subject);
  return {
    place,
    what: ({ act, subject, of, unit, params }: AuditRow) => {
      const role = String(params['role'] ?? '');
      return t(`audit:acts.${act}` as 'audit:title', {
        subject: about(subject ?? ''),
        of: of?.name ?? t('audit:someone', { subject: subject ?? '' }),
        role: isRole(role) ? t(`common:roles.${role}`).toLocaleLowerCase('vi') : role,
        unit: place(unit),
        from: place(String(params['from'] ?? '')),
        to: place(String(params['to'] ?? '')),
        defaultValue: act,
      });
    },
    who: ({ by }: AuditRow) => by?.name ?? t('audit:byProvince'),
  };
};
