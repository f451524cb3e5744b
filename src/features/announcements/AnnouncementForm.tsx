import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useHands, useLive } from '#features/handbook.tsx';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { useOfficerRecords } from '#features/officer-records.ts';
import { useSituation, type Situation } from '#features/situation.ts';
import { UnitPicker } from '#features/UnitPicker.tsx';
import { useKeptDraft } from '#features/use-kept-draft.ts';
import { useWords } from '#features/words.ts';
import type { EditableRecord } from '#model/record.ts';
import { announcement, announcementOf } from '#model/records/announcement.ts';
import type { RecordsPage } from '#store/officer-pages.ts';
import { draft as draftOfForm } from '#store/draft.ts';
import { writeRecord } from '#store/write-record.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { useDirtyForm } from '#ui/dirty-forms.ts';
import { Empty } from '#ui/Empty.tsx';
import { ErrorSummary } from '#ui/ErrorSummary.tsx';
import { StateTag } from '#ui/StateTag.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { TextField } from '#ui/TextField.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import {
  announcementForm,
  blankAnnouncement,
  changedFields,
  draftOfAnnouncement,
  problemsOf,
  type AnnouncementDraft,
} from './announcement-draft.ts';
import css from './AnnouncementForm.module.css';

/** An announcement written, or with one in the address written anew. */
const AnnouncementForm = () => {
  const { t } = useTranslation('announcements');
  const { announcement: id } = useParams();
  const [params] = useSearchParams();
  const me = useSituation();
  const { rows, units, page, baseOf } = useOfficerRecords(announcement.type);
  const form = announcementForm(id);
  const kept = useLive(async (db) => ({ found: (await draftOfForm<AnnouncementDraft>(db, form))?.value }), [form]);
  const [found, setFound] = useState<typeof kept>();
  if (!found && kept) setFound(kept);
  // Who is to be addressed is known once the units below are.
  const waiting = page.kind === 'opening' && (!rows || params.has('gui'));
  if (!me || !found) return null;
  if (page.kind !== 'shown' && (waiting || (id !== undefined && !rows)))
    return (
      <>
        <TopBar title={t(id === undefined ? 'form.titleNew' : 'form.titleEdit')} back="/thong-bao" />
        <NothingToShow page={page} />
      </>
    );
  const row = rows?.find((one) => one.id === id);
  const below = units.filter(({ parent }) => parent === (row?.unit ?? me.person.unit));
  const asked = (params.get('gui') ?? '').split(',').filter((unit) => below.some((one) => one.id === unit));
  if (id !== undefined && !row)
    return (
      <>
        <TopBar title={t('form.titleEdit')} back="/thong-bao" />
        <Empty>{t('notFound')}</Empty>
      </>
    );
  return (
    <Form
      key={form}
      me={me}
      form={form}
      record={row?.record}
      base={id === undefined ? undefined : baseOf(id)}
      found={found.found}
      units={below}
      addressed={asked}
    />
  );
};
export default AnnouncementForm;

type Props = {
  me: Situation;
  form: string;
  record: EditableRecord | undefined;
  base: EditableRecord | undefined;
  found: AnnouncementDraft | undefined;
  units: RecordsPage['units'];
  /** Whom a new one is for when it is opened; empty: all. */
  addressed: string[];
};

const Form = ({ me, form, record, base, found, units, addressed }: Props) => {
  const { t } = useTranslation(['announcements', 'states']);
  const { db, clock } = useHands();
  const go = useNavigate();
  const announce = useAnnounce();
  const say = useWords();
  const [start] = useState(() => {
    if (record) return draftOfAnnouncement(announcementOf(record));
    return addressed.length > 0 ? { ...blankAnnouncement, units: addressed } : blankAnnouncement;
  });
  const [worthKeeping] = useState(() => (draft: AnnouncementDraft) => JSON.stringify(draft) !== JSON.stringify(start));
  const keeping = useKeptDraft({ form, draft: found ?? start, kept: Boolean(found), worthKeeping });
  const { draft, change } = keeping;
  useDirtyForm(keeping.kept);
  const [turn, setTurn] = useState(0);
  const [trouble, setTrouble] = useState<string>();
  const put = (part: Partial<AnnouncementDraft>) => change({ ...draft, ...part });
  const problems = problemsOf(draft).map((one) => ({
    field: one.field,
    words: 'key' in one ? t(`form.${one.key}`) : say.refusal(one.fault),
  }));
  const problemOf = (field: string) =>
    turn > 0 ? problems.find((problem) => problem.field === field)?.words : undefined;

  const save = async () => {
    setTrouble(undefined);
    if (problems.length > 0) return setTurn(turn + 1);
    const set = changedFields(draft);
    if (Object.keys(set).length === 0) return setTrouble(t('form.nothing'));
    keeping.hold(true);
    await keeping.flush();
    const words = { ...(record && { record: record.id }), set, ...(base && { base }) };
    const written = await writeRecord(db, clock, announcement, record?.unit ?? me.person.unit, words, { draft: form });
    if (written.kind === 'saved') {
      announce(t('officer.done'));
      return void go('/thong-bao', { replace: true });
    }
    keeping.hold(false);
    return setTrouble(written.kind === 'refused' ? written.faults.map(say.refusal).join(' ') : t(written.why));
  };

  return (
    <form className={css.form} noValidate onSubmit={(event) => event.preventDefault()}>
      <TopBar
        title={t(record ? 'form.titleEdit' : 'form.titleNew')}
        close={() => void go('/thong-bao')}
        side={keeping.kept && <StateTag state="draft">{t('states:draft')}</StateTag>}
      />
      <div className={css.body}>
        {turn > 0 && problems.length > 0 && (
          <ErrorSummary
            key={turn}
            title={t('form.toMend', { count: problems.length })}
            problems={problems.map(({ field, words }) => ({ target: `announcement-${field}`, words }))}
          />
        )}
        <TextField
          id="announcement-title"
          label={t('form.title')}
          autoComplete="off"
          value={draft.title}
          error={problemOf('title')}
          onChange={(event) => put({ title: event.target.value })}
        />
        <TextArea
          id="announcement-text"
          label={t('form.text')}
          hint={t('form.textHint')}
          rows={8}
          value={draft.text}
          error={problemOf('text')}
          onChange={(event) => put({ text: event.target.value })}
        />
        <div id="announcement-units" tabIndex={-1}>
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
          {t(record ? 'form.save' : 'form.send')}
        </Button>
      </footer>
    </form>
  );
};
