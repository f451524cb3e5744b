import { CheckCheck, CircleAlert, Clock, RefreshCw, Smartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHands, useLive } from '#features/handbook.tsx';
import { PhotosWaiting } from '#features/PhotosWaiting.tsx';
import { askToSend, link } from '#store/link.ts';
import { comparison } from '#store/comparison.ts';
import { isLockedOut } from '#store/locked-out.ts';
import { outbox } from '#store/outbox.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Card } from '#ui/Card.tsx';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { Notice } from '#ui/Notice.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import { Agreement } from './Agreement.tsx';
import { Attention } from './Attention.tsx';
import { Handover } from './Handover.tsx';
import { Waiting } from './Waiting.tsx';
import { useLinkInWords } from './link-in-words.ts';
import css from './Outbox.module.css';

const aDay = 24 * 60 * 60 * 1000;

/** Everything the province has not received, and why. */
const Outbox = () => {
  const { t } = useTranslation('outbox');
  const format = useFormat();
  const announce = useAnnounce();
  const { db, clock } = useHands();
  const linkInWords = useLinkInWords();
  const seen = useLive(async (from) => ({
    box: await outbox(from),
    link: await link(from),
    compared: await comparison(from),
  }));
  const send = () => {
    void askToSend(db, clock);
    announce(t('asked'));
  };
  const overdue = seen?.box.waiting.some(({ operation }) => clock.now() - operation.at * 1000 > aDay);
  const trouble = seen?.link.trouble;
  // Going where there is a network would change nothing.
  const lockedOut = trouble?.kind === 'refused' && isLockedOut(trouble.refusal.code);
  return (
    <>
      <TopBar
        title={t('title')}
        back="/them"
        side={
          <button type="button" className={css.send} onClick={send}>
            <RefreshCw aria-hidden size={20} />
            {t('sendNow')}
          </button>
        }
      />
      {seen && (
        <>
          {seen.box.waiting.length > 0 ? (
            <Notice
              look="onPhone"
              icon={Smartphone}
              title={t('left', { count: seen.box.waiting.length, number: format.number(seen.box.waiting.length) })}
            >
              {linkInWords(seen.link)}
            </Notice>
          ) : (
            <Notice look="calm" icon={CheckCheck} title={t(seen.box.through > 0 ? 'nothingLeft' : 'nothingYet')}>
              {seen.link.trouble || seen.link.tryingSince !== null ? linkInWords(seen.link) : t('nothingLeftWords')}
            </Notice>
          )}
          <PhotosWaiting />
          <div className={css.facts}>
            {overdue && !lockedOut && (
              <p className={`${css.fact} ${css.overdue}`}>
                <CircleAlert aria-hidden size={18} />
                {t('overdue')}
              </p>
            )}
            <p className={css.fact}>
              <Clock aria-hidden size={18} />
              {seen.link.lastSucceededAt === null ? (
                t('never')
              ) : (
                <span>
                  {t('lastAnswer')} <b>{format.instant(seen.link.lastSucceededAt, clock.now())}</b>
                </span>
              )}
            </p>
            {seen.compared && <Agreement comparison={seen.compared} />}
          </div>
          <div className={css.page}>
            {seen.box.waiting.length > 0 && <Handover />}
            {seen.box.attention.length > 0 && (
              <section>
                <h2 className={css.wrong}>
                  <CircleAlert aria-hidden size={20} />
                  {t('attention')} <em>{format.number(seen.box.attention.length)}</em>
                </h2>
                <div className={css.all}>
                  {seen.box.attention.map((row) => (
                    <Attention key={`${row.device}-${row.seq}`} row={row} />
                  ))}
                </div>
              </section>
            )}
            {seen.box.waiting.length > 0 ? (
              <section>
                <h2>
                  {t('waiting')} <em>{format.number(seen.box.waiting.length)}</em>
                </h2>
                <Card as="ul">
                  {[...seen.box.waiting].reverse().map((row) => (
                    <Waiting key={`${row.device}-${row.seq}`} row={row} />
                  ))}
                </Card>
              </section>
            ) : (
              seen.box.attention.length === 0 && <Empty icon={CheckCheck}>{t('empty')}</Empty>
            )}
          </div>
        </>
      )}
    </>
  );
};
export default Outbox;
