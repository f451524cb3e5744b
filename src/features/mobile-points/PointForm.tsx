import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useHands, useLive, useNow } from '#features/handbook.tsx';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { useOfficerRecords } from '#features/officer-records.ts';
import { useSituation, type Situation } from '#features/situation.ts';
import { UnitPicker } from '#features/UnitPicker.tsx';
import { useKeptDraft } from '#features/use-kept-draft.ts';
import { useWords } from '#features/words.ts';
import { dayInVietnam } from '#model/day.ts';
import type { EditableRecord } from '#model/record.ts';
import { mobilePoint, mobilePointOf, pointServices } from '#model/records/mobile-point.ts';
import type { RecordsPage } from '#store/officer-pages.ts';
import { draft as draftOfForm } from '#store/draft.ts';
import { writeRecord } from '#store/write-record.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { Choices } from '#ui/Choices.tsx';
import { useDirtyForm } from '#ui/dirty-forms.ts';
import { Empty } from '#ui/Empty.tsx';
import { ErrorSummary } from '#ui/ErrorSummary.tsx';
import { StateTag } from '#ui/StateTag.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { TextField } from '#ui/TextField.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import { blankPoint, changedFields, draftOfPoint, pointForm, problemsOf, type PointDraft } from './point-draft.ts';
import { usePointWords } from './point-words.ts';
import css from './PointForm.module.css';

/** A mobile point announced, or with one in the address changed. */
const PointForm = () => {
  const { t } = useTranslation('mobile-points');
  const { point } = useParams();
  const me = useSituation();
  const { rows, units, page, baseOf } = useOfficerRecords(mobilePoint.type);
  const form = pointForm(point);
  const kept = useLive(async (db) => ({ found: (await draftOfForm<PointDraft>(db, form))?.value }), [form]);
  const [found, setFound] = useState<typeof kept>();
  if (!found && kept) setFound(kept);
  if (!me || !found) return null;
  if (!rows && page.kind !== 'shown' && (point !== undefined || page.kind === 'opening'))
    return (
      <>
        <TopBar title={t(point === undefined ? 'form.titleNew' : 'form.titleEdit')} back="/luu-dong" />
        <NothingToShow page={page} />
      </>
    );
  const row = rows?.find(({ id }) => id === point);
  if (point !== undefined && !row)
    return (
      <>
        <TopBar title={t('form.titleEdit')} back="/luu-dong" />
        <Empty>{t('officer.notFound')}</Empty>
      </>
    );
  return (
    <Form
      key={form}
      me={me}
      form={form}
      record={row?.record}
      base={point === undefined ? undefined : baseOf(point)}
      found={found.found}
      units={units.filter(({ parent }) => parent === (row?.unit ?? me.person.unit))}
    />
  );
};
export default PointForm;

type Props = {
  me: Situation;
  form: string;
  record: EditableRecord | undefined;
  base: EditableRecord | undefined;
  found: PointDraft | undefined;
  units: RecordsPage['units'];
};

const worthKeepingOf = (start: PointDraft) => (draft: PointDraft) => JSON.stringify(draft) !== JSON.stringify(start);

const Form = ({ me, form, record, base, found, units }: Props) => {
  const { t } = useTranslation(['mobile-points', 'states']);
  const { db, clock } = useHands();
  const go = useNavigate();
  const announce = useAnnounce();
  const say = useWords();
  const words = usePointWords();
  const today = dayInVietnam(useNow());
  const [start] = useState(() => (record ? draftOfPoint(mobilePointOf(record)) : blankPoint(t('form.bringUsual'))));
  const [worthKeeping] = useState(() => worthKeepingOf(start));
  const keeping = useKeptDraft({ form, draft: found ?? start, kept: Boolean(found), worthKeeping });
  const { draft, change } = keeping;
  useDirtyForm(keeping.kept);
  const [turn, setTurn] = useState(0);
  const [trouble, setTrouble] = useState<string>();
  const put = (part: Partial<PointDraft>) => change({ ...draft, ...part });
  const problems = problemsOf(draft, today, record && mobilePointOf(record).day).map((one) => ({
    field: one.field,
    words: 'key' in one ? t(`form.${one.key}`) : say.refusal(one.fault),
  }));
  const problemOf = (field: keyof PointDraft) =>
    turn > 0 ? problems.find((problem) => problem.field === field)?.words : undefined;

  const save = async () => {
    setTrouble(undefined);
    if (problems.length > 0) return setTurn(turn + 1);
    const set = changedFields(draft);
    if (Object.keys(set).length === 0) return setTrouble(t('form.nothing'));
    keeping.hold(true);
    await keeping.flush();
    const point = { ...(record && { record: record.id }), set, ...(base && { base }) };
    const written = await writeRecord(db, clock, mobilePoint, record?.unit ?? me.person.unit, point, { draft: form });
    if (written.kind === 'saved') {
      announce(t('officer.done'));
      return void go('/luu-dong', { replace: true });
    }
    keeping.hold(false);
    return setTrouble(written.kind === 'refused' ? written.faults.map(say.refusal).join(' ') : t(written.why));
  };

  return (
    <form className={css.form} noValidate onSubmit={(event) => event.preventDefault()}>
      <TopBar
        title={t(record ? 'form.titleEdit' : 'form.titleNew')}
        close={() => void go('/luu-dong')}
        side={keeping.kept && <StateTag state="draft">{t('states:draft')}</StateTag>}
      />
      <div className={css.body}>
        {turn > 0 && problems.length > 0 && (
          <ErrorSummary
            key={turn}
            title={t('form.toMend', { count: problems.length })}
            problems={problems.map(({ field, words: said }) => ({ target: `point-${field}`, words: said }))}
          />
        )}
        <Choices
          legend={t('form.what')}
          name="what"
          options={pointServices.map((value) => ({ value, label: words.what(value) }))}
          value={draft.what as (typeof pointServices)[number]}
          onChange={(what) => put({ what })}
        />
        <div className={css.when}>
          <TextField
            id="point-day"
            type="date"
            label={t('form.day')}
            min={today}
            value={draft.day}
            error={problemOf('day')}
            onChange={(event) => put({ day: event.target.value })}
          />
          <TextField
            id="point-from"
            type="time"
            label={t('form.from')}
            value={draft.from}
            error={problemOf('from')}
            onChange={(event) => put({ from: event.target.value })}
          />
          <TextField
            id="point-to"
            type="time"
            label={t('form.to')}
            value={draft.to}
            error={problemOf('to')}
            onChange={(event) => put({ to: event.target.value })}
          />
        </div>
        <TextField
          id="point-place"
          label={t('form.place')}
          hint={t('form.placeHint')}
          autoComplete="off"
          value={draft.place}
          error={problemOf('place')}
          onChange={(event) => put({ place: event.target.value })}
        />
        <TextField
          id="point-capacity"
          label={t('form.capacity')}
          optional={t('form.optional')}
          inputMode="numeric"
          autoComplete="off"
          value={draft.capacity}
          error={problemOf('capacity')}
          onChange={(event) => put({ capacity: event.target.value })}
        />
        <TextArea
          id="point-bring"
          label={t('form.bring')}
          optional={t('form.optional')}
          rows={2}
          value={draft.bring}
          error={problemOf('bring')}
          onChange={(event) => put({ bring: event.target.value })}
        />
        <div id="point-units" tabIndex={-1}>
          <UnitPicker
            legend={t('form.units')}
            units={units}
            value={draft.units}
            onChange={(to) => put({ units: to })}
          />
          {problemOf('units') && <p className={css.problem}>{problemOf('units')}</p>}
        </div>
      </div>
      <footer className={css.foot}>
        <div role="alert">{trouble && <p className={css.problem}>{trouble}</p>}</div>
        <Button look="primary" onClick={() => void save()}>
          {t(record ? 'form.saveEdit' : 'form.save')}
        </Button>
      </footer>
    </form>
  );
};
