import { Inbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '#features/handbook.tsx';
import { Decided } from '#features/holding-box/Decided.tsx';
import { HeldCard } from '#features/holding-box/HeldCard.tsx';
import { useDecide } from '#features/holding-box/use-decide.ts';
import { useHoldingBox } from '#features/holding-box-page.ts';
import { Kept } from '#features/Kept.tsx';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { useUnitWords } from '#features/unit-words.ts';
import type { HoldingBox as Box } from '#store/officer-pages.ts';
import { useArrival } from '#ui/arrival.ts';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import css from './HoldingBox.module.css';

const Waiting = ({ box, now }: { box: Box; now: number }) => {
  const { t } = useTranslation('holding-box');
  const f = useFormat();
  const deciding = useDecide();
  const { waiting, waitingInAll, candidates } = box;
  return (
    <section className={css.waiting} aria-labelledby="waiting">
      <h2 id="waiting">{t('waiting', { count: waitingInAll })}</h2>
      {waiting.length === 0 && <Empty icon={Inbox}>{t('empty')}</Empty>}
      {waiting.map((work) => (
        <HeldCard key={work.id} work={work} candidates={candidates} deciding={deciding} now={now} />
      ))}
      {waiting.length < waitingInAll && (
        <p className={css.quiet}>{t('waitingMore', { some: f.number(waiting.length), all: f.number(waitingInAll) })}</p>
      )}
    </section>
  );
};

/** Work that came from locked phones and stopped people, until an officer takes it or says why not (rule T2). */
const HoldingBox = () => {
  const { t } = useTranslation('holding-box');
  const f = useFormat();
  const now = useNow();
  const words = useUnitWords();
  const page = useHoldingBox();
  const heading = useArrival(t('title'));
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1 tabIndex={-1} ref={heading}>
          {t('title')}
        </h1>
        {page.kind === 'shown' && (
          <p>
            {words.heading(page.body.unit)} · {t('asOf', { when: f.instant(page.body.asOf * 1000, now) })}
          </p>
        )}
        <p className={css.about}>{t('about')}</p>
      </header>
      {page.kind === 'shown' ? (
        <>
          <Kept trouble={page.trouble} asOf={page.body.asOf} now={now} />
          <div className={css.sides}>
            <Waiting box={page.body} now={now} />
            <Decided works={page.body.decided} now={now} />
          </div>
        </>
      ) : (
        <NothingToShow page={page} />
      )}
    </div>
  );
};
export default HoldingBox;
