import { CheckCheck, CircleAlert, KeyRound, Smartphone, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLive } from '#features/handbook.tsx';
import { closedDoors, howItStands } from '#features/today/how-it-stands.ts';
import { LockedOut } from '#features/today/LockedOut.tsx';
import { useWords } from '#features/words.ts';
import { link } from '#store/link.ts';
import { isLockedOut } from '#store/locked-out.ts';
import { outbox } from '#store/outbox.ts';
import { Notice } from '#ui/Notice.tsx';
import { useFormat } from '#ui/format.ts';

/** The truth about the link: what is still here and why, or that all is received. Red only when somebody has to act. */
export const Sending = ({ now, daysLeft }: { now: number; daysLeft: number }) => {
  const { t } = useTranslation('today');
  const format = useFormat();
  const words = useWords();
  // Asked apart: the link changes with every try, and a month's outbox need not be read again for it.
  const read = { link: useLive(link), outbox: useLive(outbox) };
  if (!read.link || !read.outbox) return null;

  const { waiting, attention, through } = read.outbox;
  const { trouble, lastSucceededAt } = read.link;
  const refusal = trouble?.kind === 'refused' ? trouble.refusal : undefined;
  const refused = refusal && words.refusal(refusal);
  const waits = waiting.length > 0 && t('onPhone', { count: waiting.length });
  const at = lastSucceededAt === null ? null : format.instant(lastSucceededAt, now);

  if (refusal && isLockedOut(refusal.code)) return <LockedOut refusal={refusal} waiting={waiting.length} />;
  if (refusal && closedDoors.includes(refusal.code)) {
    return (
      <Notice look="error" icon={KeyRound} title={t('needInvitation')} to="/vao">
        {refused} {waits && `${waits}.`}
      </Notice>
    );
  }

  const { why, late } = howItStands({ link: read.link, outbox: read.outbox }, now, daysLeft);
  const calm =
    trouble?.kind === 'unreachable' ? (at ? 'offlineCalm' : 'offlineNever') : at ? 'lastAnswer' : 'notYetAsked';
  return (
    <>
      {attention.length > 0 && (
        <Notice look="error" icon={CircleAlert} title={t('attention', { count: attention.length })} to="/hop-gui">
          {t('attentionWhy')}
        </Notice>
      )}
      {waits && (
        <Notice look={late ? 'error' : 'onPhone'} icon={late ? TriangleAlert : Smartphone} title={waits} to="/hop-gui">
          {late ? t(late) : why === 'refused' ? refused : t(why)}
        </Notice>
      )}
      {!waits && attention.length === 0 && (
        <Notice look="calm" icon={CheckCheck} title={through > 0 ? t('allReceived') : t('nothingToSend')} to="/hop-gui">
          {t(calm, { at })}
        </Notice>
      )}
    </>
  );
};
