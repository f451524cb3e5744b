import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useHands } from '#features/handbook.tsx';
import { useSituation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import type { OwnOperationRow } from '#store/database.ts';
import { sendAgain, setAside } from '#store/send-again.ts';
import { ownUnit } from '#store/situation.ts';
import type { Written } from '#store/write-change.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import { TellCommune } from './TellCommune.tsx';
import { useOperationName } from './operation-name.ts';
import css from './Outbox.module.css';

/** Something the province refused: why, and the ways out. It is still on the phone, and holds nothing else up (rule P5). */
export const Attention = ({ row }: { row: OwnOperationRow }) => {
  const { t } = useTranslation('outbox');
  const words = useWords();
  const format = useFormat();
  const announce = useAnnounce();
  const go = useNavigate();
  const { db, clock } = useHands();
  const { name, shared, day, entry } = useOperationName(row);
  const me = useSituation();
  const [trouble, setTrouble] = useState<string>();
  const busy = useRef(false);
  const refusal = row.refusal ?? { code: 'operation-malformed', params: {} };
  const why = words.refusal(refusal);

  if (!me || !name) return null;

  const once = async (work: () => Promise<string | undefined>) => {
    if (busy.current) return;
    busy.current = true;
    setTrouble(await work());
    busy.current = false;
  };
  const told = (written: Written, done: string) => {
    if (written.kind === 'refused') return t('sendAgainRefused', { why: written.faults.map(words.refusal).join(' ') });
    if (written.kind === 'not-stored') return t(written.why);
    announce(done);
    return undefined;
  };
  const again = async () => told(await sendAgain(db, clock, row), t('sentAgain'));
  const putAside = async () => told(await setAside(db, clock, row), t(entry ? 'setAsideDone' : 'setAsideRecord'));

  return (
    <Card as="section" className={css.attention}>
      <h3>{day ? t('onDay', { name, day: format.day(day) }) : name}</h3>
      <p>{t('notReceived', { why })}</p>
      <div role="alert">{trouble && <p className={css.trouble}>{trouble}</p>}</div>
      <div className={css.ways}>
        {entry && (
          <Button look="strong" onClick={() => void go(`/ghi/${entry}`)}>
            {t('correct')}
            <span className="visually-hidden">, {name}</span>
          </Button>
        )}
        <Button onClick={() => void once(again)}>
          {t('sendAgain')}
          <span className="visually-hidden">, {name}</span>
        </Button>
        <TellCommune unit={ownUnit(me).name} name={shared} day={day} code={refusal.code} why={why} />
      </div>
      <button type="button" className={css.aside} onClick={() => void once(putAside)}>
        {t('setAside')}
        <span className="visually-hidden">, {name}</span>
      </button>
    </Card>
  );
};
