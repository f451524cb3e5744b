import { CornerUpRight, Reply } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { useOfficerRecords } from '#features/officer-records.ts';
import { useSituation } from '#features/situation.ts';
import { levelOfRole } from '#model/person.ts';
import { obstacle, whoseMove } from '#model/records/obstacle.ts';
import { Button } from '#ui/Button.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import { AnswerSheet } from './AnswerSheet.tsx';
import { PassUpSheet } from './PassUpSheet.tsx';
import { NotFound, ThreadOf } from './Thread.tsx';
import css from './OfficerThread.module.css';

/** One obstacle as an officer reads it: answer it, or pass it up. */
const OfficerThread = () => {
  const { t } = useTranslation('obstacles');
  const { obstacle: id = '' } = useParams();
  const me = useSituation();
  const { rows, units, page, baseOf } = useOfficerRecords(obstacle.type);
  const [asking, setAsking] = useState<'answer' | 'pass'>();
  const all = useMemo(() => [...(me?.units ?? []), ...units], [me, units]);
  if (!me) return null;
  if (!rows && page.kind !== 'shown')
    return (
      <>
        <TopBar title={t('title')} back="/vuong-mac" />
        <NothingToShow page={page} />
      </>
    );
  const row = rows?.find((one) => one.id === id);
  if (!row) return <NotFound />;
  const level = levelOfRole[me.person.role] === 'commune' ? 'commune' : 'province';
  const base = baseOf(id);
  const close = () => setAsking(undefined);
  return (
    <ThreadOf
      row={row}
      level={level}
      units={all}
      nameOf={(by) => me.team.find((one) => one.id === by)?.name}
      base={base}
    >
      {(one, words) =>
        whoseMove(one) !== 'nobody' && (
          <div className={css.foot}>
            {level === 'commune' && (
              <Button icon={CornerUpRight} onClick={() => setAsking('pass')}>
                {t('officer.passUp')}
              </Button>
            )}
            <Button look="strong" icon={Reply} onClick={() => setAsking('answer')}>
              {t('officer.answer')}
            </Button>
            <AnswerSheet
              open={asking === 'answer'}
              targets={[{ one, base }]}
              from={level}
              names={[`${words.village(one)}: ${words.kind(one.kind)}`]}
              onClose={close}
              onSent={close}
            />
            <PassUpSheet open={asking === 'pass'} record={one.id} unit={one.unit} onClose={close} />
          </div>
        )
      }
    </ThreadOf>
  );
};
export default OfficerThread;
