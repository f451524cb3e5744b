import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useNow } from '#features/handbook.tsx';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { useSituation } from '#features/situation.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { addDays, dayInVietnam, isDay } from '#model/day.ts';
import { levelOfRole } from '#model/person.ts';
import type { Reorganisation } from '#model/reorganisation.ts';
import { existsOn, type Unit } from '#model/unit.ts';
import type { ReorganisationAnswer, UnitsPage } from '#store/officer-pages.ts';
import { Button } from '#ui/Button.tsx';
import { Choices } from '#ui/Choices.tsx';
import { TextField } from '#ui/TextField.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import { devicesOf, placeOf, treeAddress } from './addresses.ts';
import { emptyMerge, MergeForm, mergeOf, type MergeDraft } from './MergeForm.tsx';
import { Outcome } from './Outcome.tsx';
import { emptySplit, SplitForm, splitOf, type SplitDraft } from './SplitForm.tsx';
import { useChange } from './use-change.ts';
import { useDevices, useUnits } from './use-pages.ts';
import css from './Reorganise.module.css';

/** Merging or splitting a unit on a day: what will happen is said in words before it is done. */
const Reorganise = () => {
  const { unit: id } = useParams();
  const me = useSituation();
  const page = useUnits(treeAddress);
  const { t } = useTranslation('area');
  const words = useUnitWords();
  if (!me) return null;
  const unit = page.kind === 'shown' ? page.body.units.find((one) => one.id === id) : undefined;
  const isTheirs =
    unit?.level === 'village' || (unit?.level === 'commune' && levelOfRole[me.person.role] === 'province');
  return (
    <div className={css.page}>
      <TopBar
        title={unit ? t('reorganiseOf', { name: words.said(unit) }) : t('reorganise')}
        back={id === undefined ? '/dia-ban' : placeOf(id)}
      />
      {page.kind !== 'shown' ? (
        <NothingToShow page={page} />
      ) : unit && isTheirs && unit.validTo === null ? (
        <Form key={unit.id} unit={unit} page={page.body} />
      ) : (
        <p role="alert">{t('notToReorganise')}</p>
      )}
    </div>
  );
};
export default Reorganise;

const Form = ({ unit, page }: { unit: Unit; page: UnitsPage }) => {
  const { t } = useTranslation('area');
  const navigate = useNavigate();
  const change = useChange();
  const today = dayInVietnam(useNow());
  const [kind, setKind] = useState<'merge' | 'split'>('merge');
  const [begins, setBegins] = useState(addDays(today, 1));
  const [merge, setMerge] = useState<MergeDraft>(() => emptyMerge(unit));
  const [split, setSplit] = useState<SplitDraft>(() => emptySplit(unit));
  const [preview, setPreview] = useState<{ command: Reorganisation; answer: ReorganisationAnswer }>();
  const devices = useDevices(devicesOf(unit.id));
  const people = devices.kind === 'shown' ? devices.body.people.filter((person) => person.unit === unit.id) : [];
  const living = page.units.filter((one) => existsOn(one, today) && one.validTo === null);
  const siblings = living.filter(
    (one) => one.level === unit.level && (one.parent === unit.parent || one.id === unit.id),
  );
  const villages = living.filter(({ parent }) => parent === unit.id);
  const asked: Reorganisation | undefined = isDay(begins)
    ? kind === 'merge'
      ? mergeOf(merge, begins)
      : splitOf(split, unit, begins)
    : undefined;
  const changed = () => {
    setPreview(undefined);
    change.forget();
  };
  const look = async () => {
    if (!asked) return;
    const answer = await change.send(
      (office) => office.reorganise({ command: asked, preview: true }),
      () => undefined,
    );
    if (answer) setPreview({ command: asked, answer });
  };
  const act = async (command: Reorganisation) => {
    const answer = await change.send(
      (office) => office.reorganise({ command, preview: false }),
      ({ state }) => t(state === 'done' ? 'reorganised' : 'reorganisationPlanned'),
    );
    if (answer) await navigate(placeOf(answer.state === 'done' ? (answer.ends[0]?.into[0] ?? unit.id) : unit.id));
  };
  return (
    <>
      <div className={css.form}>
        <Choices
          legend={t('whatHappens')}
          name="kind"
          value={kind}
          options={[
            { value: 'merge', label: t('merge'), hint: t('mergeHint') },
            { value: 'split', label: t('split'), hint: t('splitHint') },
          ]}
          onChange={(next) => {
            setKind(next);
            changed();
          }}
        />
        <TextField
          label={t('onDay')}
          type="date"
          value={begins}
          min={today}
          hint={t('onDayHint')}
          error={isDay(begins) ? undefined : t('dayWanted')}
          onChange={(event) => {
            setBegins(event.target.value);
            changed();
          }}
        />
        {kind === 'merge' ? (
          <MergeForm
            unit={unit}
            siblings={siblings}
            draft={merge}
            onChange={(next) => {
              setMerge(next);
              changed();
            }}
          />
        ) : (
          <SplitForm
            unit={unit}
            villages={villages}
            people={people}
            draft={split}
            onChange={(next) => {
              setSplit(next);
              changed();
            }}
          />
        )}
        {change.trouble && (
          <p role="alert" className={css.trouble}>
            {change.trouble}
          </p>
        )}
        {!preview && (
          <>
            <Button look="strong" disabled={!asked || change.busy} onClick={() => void look()}>
              {t(change.busy ? 'busy' : 'look')}
            </Button>
            {!asked && <p className={css.quiet}>{t(kind === 'merge' ? 'mergeLacks' : 'splitLacks')}</p>}
          </>
        )}
      </div>
      {preview && (
        <Outcome
          command={preview.command}
          answer={preview.answer}
          units={page.units}
          today={today}
          busy={change.busy}
          onAct={() => void act(preview.command)}
          onBack={changed}
        />
      )}
    </>
  );
};
