import type words from '../../../locales/vi/guidance.json';
import {
  guideCards,
  serviceCardId,
  serviceGuides,
  type CardId,
  type GuideGroup,
  type ServiceGuide,
} from '#model/guidance.ts';
import { cardOfName, replacementIn } from '#model/records/guide-card.ts';
import type { EditableRecord } from '#model/record.ts';

/** The words of one language; every card, service, law and body by its code. */
export type GuideWords = typeof words;

/** A card as it is read. `**words**` in steps have weight. */
export type Card = {
  id: CardId;
  group: GuideGroup;
  title: string;
  /** What stands large above the steps when it is held out to a resident. */
  big: string;
  sub?: string;
  summary: string;
  steps: string[];
  notes: string[];
  /** Found by these too, though nobody reads them. */
  words: string;
  ages?: [number, number];
  basis: string[];
  insteadOf: string[];
  service?: ServiceGuide;
  /** The province's own words: which writing, since when (seconds), and what the app's own stood on. They are in Vietnamese. */
  replaced?: { version: number; at: number; basisBefore: string[] };
};

/** What every service has in common, in the language of the words. */
export type ServiceSentences = {
  bring: (what: string) => string;
  where: (place: string) => string;
  online: string;
  ask: string;
};

const ownCards = ({ cards, laws }: GuideWords): Card[] =>
  guideCards.map(({ id, group, basis, insteadOf = [], ages }) => ({
    id,
    group,
    ...cards[id as keyof GuideWords['cards']],
    ...(ages && { ages }),
    basis: basis.map((law) => laws[law as keyof typeof laws]),
    insteadOf: insteadOf.map((law) => laws[law as keyof typeof laws]),
  }));

const serviceCards = ({ services, laws }: GuideWords, say: ServiceSentences): Card[] =>
  serviceGuides.map((service) => {
    const { title, what, bring, where, words: also } = services[service.key as keyof GuideWords['services']];
    return {
      id: serviceCardId(service.key),
      group: 'service',
      title,
      big: title,
      sub: what,
      summary: what,
      steps: [say.bring(bring), say.where(where), say.online],
      notes: [say.ask],
      words: also,
      basis: [laws['qd-06-2022']],
      insteadOf: [],
      service,
    };
  });

/** All cards in their order: those of the app, reworded where the province reworded them, then the province's own. */
export const cardsOf = (words: GuideWords, say: ServiceSentences, records: readonly EditableRecord[]): Card[] => {
  const told = new Map(records.map((record) => [cardOfName(record.id), replacementIn(record)]));
  const brought = [...ownCards(words), ...serviceCards(words, say)];
  const reword = (card: Card): Card => {
    const now = told.get(card.id);
    if (!now) return card;
    const { basis, ...text } = now.text;
    const { sub: _, ...rest } = card;
    return {
      ...rest,
      ...text,
      big: text.title,
      basis: [basis],
      insteadOf: [],
      // A card of the province's own has no wording of the app's before it.
      replaced: { version: now.version - (card.group === 'own' ? 1 : 0), at: now.at, basisBefore: card.basis },
    };
  };
  const known = new Set(brought.map(({ id }) => id));
  const added = [...told.keys()]
    .filter((id) => !known.has(id) && told.get(id))
    .map((id) => reword({ ...blank, id }))
    .sort((one, other) => one.title.localeCompare(other.title, 'vi'));
  return [...brought.map(reword), ...added];
};

const blank: Card = {
  id: '',
  group: 'own',
  title: '',
  big: '',
  summary: '',
  steps: [],
  notes: [],
  words: '',
  basis: [],
  insteadOf: [],
};
