import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AcceptSheet } from '#features/holding-box/AcceptSheet.tsx';
import { Counts } from '#features/holding-box/Counts.tsx';
import { sumOf, useHeldWords } from '#features/holding-box/held-words.ts';
import { Inside } from '#features/holding-box/Inside.tsx';
import { RefuseSheet } from '#features/holding-box/RefuseSheet.tsx';
import type { Deciding } from '#features/holding-box/use-decide.ts';
import { WhyTag } from '#features/holding-box/WhyTag.tsx';
import type { HeldWork, HoldingBox } from '#store/officer-pages.ts';
import { Button } from '#ui/Button.tsx';
import { capital } from '#ui/capital.ts';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import css from './HeldCard.module.css';

type Props = { work: HeldWork; candidates: HoldingBox['candidates']; deciding: Deciding; now: number };

/** One piece of held work: whose, how much, why it is here, what lies in it, and the two ways out. */
export const HeldCard = ({ work, candidates, deciding, now }: Props) => {
  const { t } = useTranslation('holding-box');
  const f = useFormat();
  const said = useHeldWords();
  const inside = useId();
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState<'accept' | 'refuse'>();
  const name = said.name(work);
  const days = said.days(work);
  const ask = (what: 'accept' | 'refuse') => {
    deciding.forget();
    setAsking(what);
  };
  const close = () => setAsking(undefined);

  return (
    <Card as="section" aria-label={name} className={css.card}>
      <div className={css.about}>
        <div className={css.top}>
          <h3>{name}</h3>
          <WhyTag why={work.why} />
        </div>
        <p className={css.quiet}>
          {capital(said.unit(work))} · {t('phone', { number: work.device })} ·{' '}
          {t('arrived', { when: f.instant(work.receivedAt * 1000, now) })}
          {work.carriedBy && ` · ${t('carriedBy', { name: work.carriedBy.name })}`}
        </p>
        <p className={css.what}>
          <b>{said.what(work)}</b> {days}
        </p>
        <p className={css.counts}>
          <Counts of={sumOf(work)} />
        </p>
        {work.why === 'device-unknown' && <p className={css.quiet}>{t('unknownWhy')}</p>}
        {work.summary.days.length > 0 && (
          <button
            type="button"
            className={css.look}
            aria-expanded={open}
            aria-controls={open ? inside : undefined}
            onClick={() => setOpen(!open)}
          >
            <ChevronDown aria-hidden size={20} className={open ? css.turned : undefined} />
            {t('inside')}
          </button>
        )}
        {open && (
          <div id={inside}>
            <Inside work={work} name={name} />
          </div>
        )}
      </div>
      <div className={css.ways}>
        <Button look="strong" aria-label={t('acceptSaid', { name })} onClick={() => ask('accept')}>
          {t('accept')}
        </Button>
        <Button aria-label={t('refuseSaid', { name })} onClick={() => ask('refuse')}>
          {t('refuse')}
        </Button>
      </div>
      <AcceptSheet open={asking === 'accept'} work={work} candidates={candidates} deciding={deciding} onClose={close} />
      <RefuseSheet open={asking === 'refuse'} work={work} deciding={deciding} onClose={close} />
    </Card>
  );
};
