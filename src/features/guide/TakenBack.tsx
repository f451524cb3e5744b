import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHands, useNow } from '#features/handbook.tsx';
import { useSituation } from '#features/situation.ts';
import { cardOfName, guideCard, takenBackIn } from '#model/records/guide-card.ts';
import { guideCards, serviceCardId, serviceGuides } from '#model/guidance.ts';
import type { EditableRecord } from '#model/record.ts';
import { writeRecord } from '#store/write-record.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import { Notice } from '#ui/Notice.tsx';

const brought = new Set([...guideCards.map(({ id }) => id), ...serviceGuides.map(({ key }) => serviceCardId(key))]);
/** Whether it is a card that is nowhere any more once the province's words are taken back. */
export const isOwnCard = ({ id }: EditableRecord): boolean => !brought.has(cardOfName(id));

/** Words the province took back: nothing of them is lost, and one tap has them stand again. */
export const TakenBack = ({ record }: { record: EditableRecord }) => {
  const { t } = useTranslation('guide');
  const format = useFormat();
  const now = useNow();
  const announce = useAnnounce();
  const known = useSituation();
  const { db, clock } = useHands();
  const taken = takenBackIn(record);
  if (!taken || !known) return null;
  const standAgain = async () => {
    const change = { record: record.id, set: { text: taken.text }, base: record };
    const written = await writeRecord(db, clock, guideCard, known.person.unit, change);
    announce(t(written.kind === 'not-stored' ? `editor.${written.why}` : 'editor.saved'));
  };
  const what = { title: taken.text.title, when: format.instant(taken.at * 1000, now) };
  return (
    <Notice
      look="calm"
      icon={Undo2}
      title={t(isOwnCard(record) ? 'editor.removed' : 'editor.givenBack', what)}
      action={
        <Button icon={Undo2} aria-label={t('editor.useAgainOf', what)} onClick={() => void standAgain()}>
          {t('editor.useAgain')}
        </Button>
      }
    />
  );
};
