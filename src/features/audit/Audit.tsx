import { useTranslation } from 'react-i18next';
import { auditOf } from '#features/audit/addresses.ts';
import { Filters } from '#features/audit/Filters.tsx';
import { Rows } from '#features/audit/Rows.tsx';
import { SaveLog } from '#features/audit/SaveLog.tsx';
import { useChoice } from '#features/audit/use-choice.ts';
import { useActWords } from '#features/audit/use-act-words.ts';
import { useLog } from '#features/audit/use-log.ts';
import { useTree } from '#features/audit/use-tree.ts';
import { useNow } from '#features/handbook.tsx';
import { Kept } from '#features/Kept.tsx';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { useSituation, type Situation } from '#features/situation.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { useArrival } from '#ui/arrival.ts';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import css from './Audit.module.css';

const LogOf = ({ me }: { me: Situation }) => {
  const { t } = useTranslation('audit');
  const f = useFormat();
  const words = useUnitWords();
  const now = useNow();
  const choosing = useChoice(me.person.unit);
  const { choice } = choosing;
  const log = useLog(choice);
  const tree = useTree(me.person.unit);
  const wordsOf = useActWords(tree, choice.unit);
  const shown = log.page.kind === 'shown' ? log.page : undefined;
  const unit = shown?.body.unit;
  const heading = useArrival(unit && t('titleOf', { unit: words.said(unit) }));
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1 tabIndex={-1} ref={heading}>
          {t('title')}
        </h1>
        <p>
          {unit && shown && (
            <>
              {words.heading(unit)} · {t('asOf', { when: f.instant(shown.body.asOf * 1000, now) })}
            </>
          )}
        </p>
        <p>{t('lead')}</p>
      </header>
      {shown && <Kept trouble={shown.trouble} asOf={shown.body.asOf} now={now} />}
      <div className={css.bar}>
        <Filters own={me.person.unit} choosing={choosing} people={shown?.body.people ?? []} tree={tree} />
        {shown && <SaveLog key={auditOf(choice)} address={auditOf(choice)} wordsOf={wordsOf} />}
      </div>
      {log.page.kind !== 'shown' && <NothingToShow page={log.page} />}
      {shown && log.rows.length === 0 && <Empty>{t(choosing.chosen ? 'noneFound' : 'none')}</Empty>}
      {shown && <Rows rows={log.rows} act={wordsOf(log.units)} asked={choice.unit} />}
      {shown && !log.whole && (
        <Button className={css.more} aria-disabled={log.coming} onClick={log.more}>
          {t(log.coming ? 'coming' : 'more')}
        </Button>
      )}
      {shown && log.whole && log.rows.length > 0 && <p className={css.quiet}>{t('end')}</p>}
    </div>
  );
};

/** The province's log of acts, as far as the officer's subtree reaches. */
const Audit = () => {
  const me = useSituation();
  return me ? <LogOf me={me} /> : null;
};
export default Audit;
