import { CircleAlert, Save } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DiscardSheet } from '#features/ask/DiscardSheet.tsx';
import { faces } from '#features/ask/faces.ts';
import { useHands } from '#features/handbook.tsx';
import type { Situation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import { dayInVietnam } from '#model/day.ts';
import { examineEntry } from '#model/entry-rules.ts';
import { answers, askedIn, contentOfSurvey, draftOfSurvey, type Survey } from '#model/survey.ts';
import { recordHelp } from '#store/record-help.ts';
import { circumstancesFor } from '#store/situation.ts';
import { keepSurvey } from '#store/survey.ts';
import type { Written } from '#store/write-change.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import { Notice } from '#ui/Notice.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import css from './Ask.module.css';

/** What residents said, before it becomes an entry. */
export const Result = ({ survey, situation }: { survey: Survey; situation: Situation }) => {
  const { t } = useTranslation('ask');
  const words = useWords();
  const format = useFormat();
  const announce = useAnnounce();
  const go = useNavigate();
  const { db, clock } = useHands();
  const [saving, setSaving] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const [stopped, setStopped] = useState<Exclude<Written, { kind: 'saved' }>>();
  const asked = askedIn(survey);
  const { satisfied } = survey.counts;
  const content = contentOfSurvey(survey, t('note', survey.counts));
  // Nobody typed these numbers: what is only unusual is told, and not asked about.
  const faults =
    stopped?.kind === 'refused' ? stopped.faults : examineEntry(content, circumstancesFor(situation, clock));

  const save = async () => {
    if (saving) return;
    setSaving(true);
    const written = await recordHelp(db, clock, content, { draft: draftOfSurvey });
    if (written.kind === 'saved') {
      announce(t('saved'));
      return void go(`/nhat-ky/${written.entry}`, { replace: true });
    }
    setSaving(false);
    setStopped(written);
  };
  return (
    <div className={css.page}>
      <TopBar title={t('result')} back="/them" />
      {faults.map((fault) => (
        <Notice
          key={fault.code}
          look={fault.weight === 'refuse' ? 'error' : 'calm'}
          icon={CircleAlert}
          title={words.refusal(fault)}
        >
          {t('kept')}
        </Notice>
      ))}
      {stopped?.kind === 'not-stored' && <Notice look="error" icon={CircleAlert} title={t(stopped.why)} />}
      <div className={css.inside}>
        <div>
          <p className={css.share}>
            {t('satisfiedShare', {
              satisfied: format.number(satisfied),
              asked: format.number(asked),
              share: format.percent(satisfied / asked),
            })}
          </p>
          <p className={css.when}>
            {format.heading(survey.date)} · {words.place(survey.place)}
          </p>
        </div>
        <Card as="ul" aria-label={t('counts')} className={css.counts}>
          {answers.map((answer) => {
            const Face = faces[answer];
            return (
              <li key={answer}>
                <Face aria-hidden size={36} strokeWidth={1.5} />
                <span>{t(`answers.${answer}`)}</span>
                <b>{t('people', { number: format.number(survey.counts[answer]) })}</b>
              </li>
            );
          })}
        </Card>
        <p className={css.when}>{t('kept')}</p>
      </div>
      <div className={css.foot}>
        <div className={css.two}>
          <Button look="danger" onClick={() => setDiscarding(true)}>
            {t('discard')}
          </Button>
          {survey.date === dayInVietnam(clock.now()) && (
            <Button look="strong" onClick={() => void keepSurvey(db, clock, { ...survey, handedOver: true })}>
              {t('more')}
            </Button>
          )}
        </div>
        <Button look="primary" icon={Save} onClick={() => void save()} aria-disabled={saving}>
          {t(saving ? 'saving' : 'save')}
        </Button>
      </div>
      <DiscardSheet open={discarding} asked={asked} onClose={() => setDiscarding(false)} />
    </div>
  );
};
