import cards from '#model/catalogue/guidance.json' with { type: 'json' };
import leads from '#model/catalogue/service-leads.json' with { type: 'json' };
import { services, type ServiceKey } from '#model/service.ts';

/** A card's name, e.g. 'muc-2-tre-em'; of an essential service 'dvc-' and its key; of one the province added 'tinh-' and its own. */
export type CardId = string;

export const guideGroups = ['account', 'card', 'use', 'safety', 'loudspeaker', 'service', 'own'] as const;
export type GuideGroup = (typeof guideGroups)[number];

/** A card the app brings. Its words stand in locales/{vi,en}/guidance.json under its id. */
export type GuideCard = {
  id: CardId;
  group: GuideGroup;
  /** The items of the programme's guidance it tells of. */
  from: string[];
  /** What it stands on today, and what that stands in place of: keys of the words' `laws`. */
  basis: string[];
  insteadOf?: string[];
  /** Whom it is about, in completed years, both included. */
  ages?: [number, number];
};

export const guideCards = cards as GuideCard[];

/** The 60 seconds to be read on the village loudspeaker. */
export const loudspeakerCard: CardId = 'loa-60-giay';

/** Who leads a service: by Quyết định 06/QĐ-TTg in 2022, and since the mergers of 3/2025 where that is known (keys of the words' `bodies`). */
export type ServiceLead = { key: ServiceKey; lead2022: string; leadNow?: string; pilot?: boolean };

export type ServiceGuide = ServiceLead & {
  /** As named in 2022. Today's "một phần" (3) and "toàn trình" (4) only correspond (Nghị định 42/2022/NĐ-CP). */
  level2022: 3 | 4;
};

export const serviceGuides: ServiceGuide[] = services.map(({ key, level2022 }) => {
  const lead = (leads as ServiceLead[]).find((one) => one.key === key);
  if (!lead) throw new Error(`Nobody leads ${key}`);
  return { ...lead, level2022 };
});

export const serviceCardId = (key: ServiceKey): CardId => `dvc-${key}`;
