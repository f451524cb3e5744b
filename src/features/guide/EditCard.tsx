import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { EditForm } from '#features/guide/EditForm.tsx';
import { draftOfCard, emptyDraft, type GuideDraft } from '#features/guide/guide-draft.ts';
import { useGuideCards, useWordings } from '#features/guide/use-guide.ts';
import { useLive } from '#features/handbook.tsx';
import { useSituation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import { fault } from '#model/entry-rules.ts';
import { levelOfRole } from '#model/person.ts';
import { cardOfName, unworded } from '#model/records/guide-card.ts';
import { draft } from '#store/draft.ts';
import { Empty } from '#ui/Empty.tsx';
import { TopBar } from '#ui/TopBar.tsx';

/** The province rewords a card for all its teams, or adds one of its own. */
const EditCard = () => {
  const { t } = useTranslation('guide');
  const words = useWords();
  const { card: id } = useParams();
  const form = `guide:${id ?? 'new'}`;
  const known = useSituation();
  const cards = useGuideCards();
  const wordings = useWordings();
  const drafted = useLive(async (db) => ({ found: (await draft<GuideDraft>(db, form))?.value }), [form]);
  // Each form starts once, from what is on the device when it opens.
  const [started, setStarted] = useState<GuideDraft>();
  if (!known || !cards || !wordings || !drafted) return null;
  const card = cards.find((one) => one.id === id);
  const record = wordings.find((one) => cardOfName(one.id) === id);
  const title = t(id === undefined ? 'editor.new' : 'editor.title');
  const stop =
    levelOfRole[known.person.role] !== 'province'
      ? words.refusal(fault('for-province-only', 'text'))
      : id !== undefined && !card && t('notFound');
  if (stop)
    return (
      <>
        <TopBar title={title} back="/huong-dan" />
        <Empty>{stop}</Empty>
      </>
    );
  const untouched = card ? draftOfCard(card, record ?? unworded(card.id, known.person.unit)) : emptyDraft;
  const first = started ?? drafted.found ?? untouched;
  if (!started) setStarted(first);
  return (
    <EditForm
      title={title}
      form={form}
      first={first}
      found={drafted.found !== undefined}
      untouched={untouched}
      card={card}
      record={record}
      taken={[...cards.map((one) => one.id), ...wordings.map((one) => cardOfName(one.id))]}
      known={known}
    />
  );
};
export default EditCard;
