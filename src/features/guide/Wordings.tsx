import { useHands } from '#features/handbook.tsx';
import { RecordConflicts } from '#features/RecordConflicts.tsx';
import { useSituation } from '#features/situation.ts';
import { inOneLine } from '#features/guide/in-one-line.ts';
import { TakenBack } from '#features/guide/TakenBack.tsx';
import { useWordings } from '#features/guide/use-guide.ts';
import type { CardId } from '#model/guidance.ts';
import { cardOfName, guideCard, type GuideText } from '#model/records/guide-card.ts';
import type { Json } from '#model/record.ts';
import { writeRecord } from '#store/write-record.ts';
import { useTranslation } from 'react-i18next';

/** Two officers' wordings of one card, whole, until one of them says which shall be read to residents. */
export const Wordings = ({ id }: { id: CardId }) => {
  const { t } = useTranslation('guide');
  const { db, clock } = useHands();
  const known = useSituation();
  const record = useWordings()?.find((one) => cardOfName(one.id) === id);
  if (!record || !known) return null;
  const keep = (field: string, value: Json) =>
    void writeRecord(db, clock, guideCard, known.person.unit, {
      record: record.id,
      set: { [field]: value },
      base: record,
    });
  return (
    <>
      <TakenBack record={record} />
      <RecordConflicts
        record={record}
        keep={keep}
        inWords={(_, value) => (value === null ? t('editor.giveBack') : inOneLine(value as unknown as GuideText))}
        nameOf={(by) => known.team.find((one) => one.id === by)?.name}
      />
    </>
  );
};
