import { ShieldCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useHands, useLive } from '#features/handbook.tsx';
import { useKeptDraft } from '#features/use-kept-draft.ts';
import { useSituation, type Situation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import { examineText } from '#model/entry-rules.ts';
import { askedBodies, obstacle, obstacleKinds } from '#model/records/obstacle.ts';
import { draft as draftOfForm } from '#store/draft.ts';
import { writeRecord } from '#store/write-record.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { useDirtyForm } from '#ui/dirty-forms.ts';
import { Button } from '#ui/Button.tsx';
import { StateTag } from '#ui/StateTag.tsx';
import { Stepper } from '#ui/Stepper.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import { obstacleIcons } from './obstacle-icons.ts';
import { HoldsUp } from './HoldsUp.tsx';
import { useObstacleWords } from './obstacle-words.ts';
import { blankReport, fieldsOf, reportForm, worthKeeping, type ReportDraft } from './report-draft.ts';
import { Tiles } from './Tiles.tsx';
import css from './Report.module.css';

/** An obstacle in three taps: what, whom to ask, send. */
const Report = () => {
  const me = useSituation();
  const start = useLive(async (db) => ({ found: (await draftOfForm<ReportDraft>(db, reportForm))?.value }));
  const [found, setFound] = useState<{ found: ReportDraft | undefined }>();
  if (!found && start) setFound(start);
  return me && found ? <Form me={me} found={found.found} /> : null;
};
export default Report;

const Form = ({ me, found }: { me: Situation; found: ReportDraft | undefined }) => {
  const { t } = useTranslation(['obstacles', 'states']);
  const { db, clock } = useHands();
  const [asked] = useSearchParams();
  const go = useNavigate();
  const announce = useAnnounce();
  const words = useObstacleWords(me.units);
  const say = useWords();
  const keeping = useKeptDraft({
    form: reportForm,
    draft: found ?? blankReport(asked.get('viec') ?? ''),
    kept: Boolean(found),
    worthKeeping,
  });
  const { draft, change } = keeping;
  useDirtyForm(keeping.kept);
  const [tried, setTried] = useState(0);
  const [trouble, setTrouble] = useState<string>();
  const put = (part: Partial<ReportDraft>) => change({ ...draft, ...part });
  const fields = fieldsOf(draft);
  const problems = {
    kind: draft.kind === '' ? t('chooseKind') : undefined,
    people: Number.isNaN(fields.people) || fields.people > 100_000 ? t('peopleWrong') : undefined,
    text: examineText(fields.text, 'text').map(say.refusal).join(' ') || undefined,
  };
  useEffect(() => {
    if (tried > 0) document.querySelector<HTMLElement>('form [role=alert]')?.scrollIntoView?.({ block: 'center' });
  }, [tried]);

  const send = async () => {
    const stops = examineText(fields.text, 'text').some(({ weight }) => weight === 'refuse');
    if (problems.kind || problems.people || stops) return setTried(tried + 1);
    keeping.hold(true);
    await keeping.flush();
    const written = await writeRecord(db, clock, obstacle, me.person.unit, { set: fields }, { draft: reportForm });
    if (written.kind === 'saved') {
      announce(t('saved'));
      return void go(`/vuong-mac/${written.entry}`, { replace: true });
    }
    keeping.hold(false);
    return setTrouble(written.kind === 'refused' ? written.faults.map(say.refusal).join(' ') : t(written.why));
  };

  return (
    <form className={css.form} noValidate onSubmit={(event) => event.preventDefault()}>
      <TopBar
        title={t('report')}
        close={() => void go('/vuong-mac')}
        side={keeping.kept && <StateTag state="draft">{t('states:draft')}</StateTag>}
      />
      <div className={css.body}>
        <Tiles
          legend={t('where')}
          step={1}
          name="kind"
          columns={2}
          options={obstacleKinds.map((kind) => ({ value: kind, label: words.kind(kind), icon: obstacleIcons[kind] }))}
          value={draft.kind}
          onChange={(kind) => put({ kind })}
          problem={tried > 0 ? problems.kind : undefined}
        />
        <Tiles
          legend={t('who')}
          step={2}
          name="asked"
          columns={3}
          options={askedBodies.map((body) => ({ value: body, label: words.body(body) }))}
          value={draft.asked}
          onChange={(body) => put({ asked: body })}
        />
        <div className={css.people}>
          <label htmlFor="people">{t('howMany')}</label>
          <Stepper
            id="people"
            labels={{ group: t('people'), amount: t('people'), more: t('addOne'), less: t('takeOne') }}
            text={draft.people}
            count={fields.people}
            onText={(people) => put({ people })}
            error={problems.people && 'people-problem'}
          />
          {problems.people && (
            <p id="people-problem" role="alert" className={css.problem}>
              {problems.people}
            </p>
          )}
        </div>
        <TextArea
          label={t('more')}
          optional={t('mayBeEmpty')}
          value={draft.text}
          error={problems.text}
          hint={
            <>
              <ShieldCheck aria-hidden size={18} />
              <span>{t('noNames')}</span>
            </>
          }
          onChange={(event) => put({ text: event.target.value })}
        />
        <HoldsUp me={me} value={draft} onChange={put} />
        {keeping.kept && (
          <button type="button" className={css.discard} onClick={() => change(blankReport())}>
            {t('discard')}
          </button>
        )}
      </div>
      <footer className={css.foot}>
        <div role="alert">{trouble && <p className={css.problem}>{trouble}</p>}</div>
        <Button look="primary" onClick={() => void send()}>
          <span aria-hidden className={css.number}>
            3
          </span>
          {t('send', { body: words.body(draft.asked) })}
        </Button>
      </footer>
    </form>
  );
};
