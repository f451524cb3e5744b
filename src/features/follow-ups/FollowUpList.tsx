import { Plus } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands, useNow } from '#features/handbook.tsx';
import { dayInVietnam } from '#model/day.ts';
import { dropFollowUp, followUps, markFollowUp, type FollowUp, type Kept } from '#store/follow-ups.ts';
import type { NotStored } from '#store/not-stored.ts';
import { wipeFollowUps } from '#store/follow-ups-wipe.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { Card } from '#ui/Card.tsx';
import { Empty } from '#ui/Empty.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { FollowUpLine } from './FollowUpLine.tsx';
import { NewFollowUp } from './NewFollowUp.tsx';
import css from './FollowUps.module.css';

type Props = { sealedWith: CryptoKey; onWiped: () => void };

/** The opened list: what is to do by day, and what was done in the last thirty days. */
export const FollowUpList = ({ sealedWith, onWiped }: Props) => {
  const { t } = useTranslation('follow-ups');
  const { db, clock } = useHands();
  const announce = useAnnounce();
  const today = dayInVietnam(useNow());
  const [all, setAll] = useState<FollowUp[]>();
  const [trouble, setTrouble] = useState<NotStored['why']>();
  const [sheet, setSheet] = useState<'new' | 'off'>();
  const read = useCallback(() => void followUps(db, sealedWith).then(setAll), [db, sealedWith]);
  useEffect(read, [read]);

  const change = async (changed: Promise<Kept>, words: string) => {
    const { kind, ...kept } = await changed;
    if (kind === 'gone') return onWiped();
    setTrouble('why' in kept ? kept.why : undefined);
    if (kind === 'kept') announce(words);
    read();
  };
  const mark = ({ id }: FollowUp, done: boolean) =>
    change(markFollowUp(db, clock, id, done), done ? t('markedDone') : t('markedOpen'));
  const turnOff = async () => {
    await wipeFollowUps(db);
    announce(t('wiped'));
    onWiped();
  };
  const lines = (of: FollowUp[]) => (
    <Card as="ul">
      {of.map((one) => (
        <FollowUpLine
          key={one.id}
          one={one}
          today={today}
          onMark={(done) => void mark(one, done)}
          onDrop={() => void change(dropFollowUp(db, one.id), t('dropped'))}
        />
      ))}
    </Card>
  );

  if (!all) return null;
  const open = all.filter(({ doneAt }) => doneAt === null);
  const done = all.filter(({ doneAt }) => doneAt !== null);
  return (
    <>
      <div role="alert">{trouble && <p className={css.problem}>{t(trouble)}</p>}</div>
      {open.length > 0 ? lines(open) : <Empty>{t('empty')}</Empty>}
      <Button look="primary" icon={Plus} onClick={() => setSheet('new')}>
        {t('add')}
      </Button>
      {done.length > 0 && (
        <section className={css.done} aria-labelledby="followed-up">
          <h2 id="followed-up">{t('done')}</h2>
          <p className={css.small}>{t('doneKept')}</p>
          {lines(done)}
        </section>
      )}
      <Button look="danger" onClick={() => setSheet('off')}>
        {t('turnOff')}
      </Button>
      <Sheet open={sheet === 'new'} title={t('add')} onClose={() => setSheet(undefined)}>
        <NewFollowUp
          sealedWith={sealedWith}
          today={today}
          onGone={onWiped}
          onKept={() => {
            setSheet(undefined);
            announce(t('kept'));
            read();
          }}
        />
      </Sheet>
      <Sheet open={sheet === 'off'} title={t('turnOff')} onClose={() => setSheet(undefined)}>
        <div className={css.form}>
          <p>{t('turnOffWhat', { count: all.length })}</p>
          <Button look="danger" onClick={() => void turnOff()}>
            {t('turnOffYes')}
          </Button>
        </div>
      </Sheet>
    </>
  );
};
