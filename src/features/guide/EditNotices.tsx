import { CircleAlert, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { GuideDraft, Missing } from '#features/guide/guide-draft.ts';
import { useNow } from '#features/handbook.tsx';
import type { Situation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import type { Fault } from '#model/fault.ts';
import type { EditableRecord } from '#model/record.ts';
import { writtenSince, type GuideText } from '#model/records/guide-card.ts';
import type { NotStored } from '#store/not-stored.ts';
import { useFormat } from '#ui/format.ts';
import { Notice } from '#ui/Notice.tsx';
import { inOneLine } from './in-one-line.ts';

type Props = {
  unsaved: NotStored['why'] | false;
  missing: readonly Missing[];
  faults: readonly Fault[];
  draft: GuideDraft;
  record: EditableRecord | undefined;
  known: Situation;
};

/** What stands in the way of a card, and what another officer wrote meanwhile. */
export const EditNotices = ({ unsaved, missing, faults, draft, record, known }: Props) => {
  const { t } = useTranslation('guide');
  const format = useFormat();
  const now = useNow();
  const words = useWords();
  const nameOf = (by: number) => known.team.find(({ id }) => id === by)?.name ?? t('editor.colleague');
  return (
    <>
      {unsaved && <Notice look="error" icon={CircleAlert} title={t(`editor.${unsaved}`)} />}
      {missing.length > 0 && (
        <Notice look="error" icon={CircleAlert} title={t('editor.toMend')}>
          {missing.map((field) => t(`editor.missing.${field}`)).join(' ')}
        </Notice>
      )}
      {faults.map((one) => (
        <Notice
          key={`${one.code}-${one.field}`}
          look={one.weight === 'refuse' ? 'error' : 'calm'}
          icon={CircleAlert}
          title={words.refusal(one)}
        />
      ))}
      {draft.base &&
        writtenSince(record, draft.base).map(({ op, by, at, value }) => (
          <Notice
            key={op}
            look="error"
            icon={Users}
            title={t('editor.meanwhile', { name: nameOf(by), when: format.instant(at * 1000, now) })}
          >
            {t('editor.meanwhileWords', {
              text: value === null ? t('editor.giveBack') : inOneLine(value as unknown as GuideText),
            })}
          </Notice>
        ))}
    </>
  );
};
