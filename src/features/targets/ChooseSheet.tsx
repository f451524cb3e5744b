import { useTranslation } from 'react-i18next';
import { target as definition } from '#model/records/target.ts';
import { standing, type Version } from '#model/record.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import { Sheet } from '#ui/Sheet.tsx';
import type { UnitTarget } from './target-rows.ts';
import { useWrite } from './use-write.ts';
import type { Office } from './use-office.ts';
import css from './ChooseSheet.module.css';

type Props = {
  office: Office;
  target: UnitTarget;
  /** What is aimed at, and of which unit. */
  what: string;
  name: string;
  inWords: (value: number) => string;
  frozen: boolean;
  onClose: () => void;
};

/** Two officers set one target without knowing of each other: both numbers side by side, until a person chooses (rule M2). */
export const ChooseSheet = ({ office, target, what, name, inWords, frozen, onClose }: Props) => {
  const { t } = useTranslation(['target-setting', 'common']);
  const format = useFormat();
  const announce = useAnnounce();
  const writing = useWrite(definition);
  const stands = standing(target.record, 'value');
  if (!stands) return null;
  const number = (value: Version['value']) => (typeof value === 'number' ? inWords(value) : t('takenBack'));
  const who = (by: number) =>
    by === office.me.person.id ? t('you') : (office.me.team.find(({ id }) => id === by)?.name ?? t('otherOfficer'));
  const choose = async (value: Version['value']) => {
    const { unit, record } = target;
    const saved = await writing.write([{ unit, record: record.id, set: { value }, base: record }]);
    if (!saved) return;
    announce(t('chosen', { value: number(value) }));
    onClose();
  };
  return (
    <Sheet open title={t('twoTitle', { what, name })} onClose={onClose}>
      <p>{t('twoHint')}</p>
      <div className={css.sides}>
        {[stands, ...stands.lost].map((version, at) => (
          <section key={version.op} className={css.side} aria-label={number(version.value)}>
            <b>{number(version.value)}</b>
            <p>{t('by', { name: who(version.by), when: format.instant(version.at * 1000, office.now) })}</p>
            <p className={css.counts}>{at === 0 ? t('countsNow') : t('setAside')}</p>
            {!frozen && (
              <Button look={at === 0 ? 'strong' : 'quiet'} onClick={() => void choose(version.value)}>
                {t('keep', { value: number(version.value) })}
              </Button>
            )}
          </section>
        ))}
      </div>
      {writing.trouble && (
        <p role="alert" className={css.trouble}>
          {writing.trouble}
        </p>
      )}
    </Sheet>
  );
};
