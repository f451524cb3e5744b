import { Check, Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptDraft } from '#features/use-kept-draft.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { mayChangeEntry, type Person } from '#model/person.ts';
import { answerLimit, lastSaid, whoseMove, type Obstacle, type Said } from '#model/records/obstacle.ts';
import { Button } from '#ui/Button.tsx';
import { useWrite } from './use-write.ts';
import css from './TeamFoot.module.css';

export type Reply = { text: string };
export const replyForm = (obstacle: string): string => `obstacle-reply:${obstacle}`;
const worthKeeping = ({ text }: Reply) => text.trim() !== '';

type Props = { of: Obstacle; person: Person; found: Reply | undefined };

/** What the team can say: it is solved, it still is not, or a few words. */
export const TeamFoot = ({ of, person, found }: Props) => {
  const { t } = useTranslation('obstacles');
  const announce = useAnnounce();
  const { write, trouble, forget } = useWrite();
  const form = replyForm(of.id);
  const keeping = useKeptDraft({ form, draft: found ?? { text: '' }, kept: Boolean(found), worthKeeping });
  const { text } = keeping.draft;
  const [empty, setEmpty] = useState(false);
  const whose = whoseMove(of);
  const maySolve = mayChangeEntry(person, { author: of.raisedBy, unit: of.unit });
  const says = (kind: Said['kind']) => ({
    said: { from: 'village', kind, text: text.normalize('NFC').trim(), ...lastSaid(of) },
  });
  const put = async (part: { set?: { solved: boolean }; add?: ReturnType<typeof says> }, words: string) => {
    await keeping.flush();
    if (!(await write([{ record: of.id, unit: of.unit, ...part }], form))) return;
    keeping.change({ text: '' });
    setEmpty(false);
    announce(words);
  };
  const reply = () => {
    if (text.trim() === '') return setEmpty(true);
    return void put({ add: says('note') }, t('saved'));
  };
  const stuck = () => put({ ...(whose === 'nobody' && { set: { solved: false } }), add: says('stuck') }, t('saved'));
  const withText = text.trim() === '' ? {} : { add: says('note') };
  const mayBeStuck = whose === 'village' || (whose === 'nobody' && maySolve);

  return (
    <form
      className={css.foot}
      onSubmit={(event) => {
        event.preventDefault();
        reply();
      }}
    >
      <div role="alert">
        {(trouble ?? (empty && t('replyEmpty'))) && <p className={css.trouble}>{trouble ?? t('replyEmpty')}</p>}
      </div>
      {!maySolve && whose !== 'nobody' && <p className={css.who}>{t('onlyRaiser')}</p>}
      <div className={css.ways}>
        {mayBeStuck && <Button onClick={() => void stuck()}>{t('stillStuck')}</Button>}
        {maySolve && whose !== 'nobody' && (
          <Button
            look="strong"
            icon={Check}
            onClick={() => void put({ set: { solved: true }, ...withText }, t('saved'))}
          >
            {t('solvedNow')}
          </Button>
        )}
      </div>
      <div className={css.reply}>
        <input
          aria-label={t('reply')}
          placeholder={t('reply')}
          value={text}
          maxLength={answerLimit}
          autoComplete="off"
          enterKeyHint="send"
          onChange={(event) => {
            keeping.change({ text: event.target.value });
            setEmpty(false);
            forget();
          }}
        />
        <button type="submit" aria-label={t('sendReply')}>
          <Send aria-hidden size={24} />
        </button>
      </div>
    </form>
  );
};
