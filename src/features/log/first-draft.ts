import type { Day } from '#model/day.ts';
import type { EntryDraft } from '#model/draft.ts';
import { usualChannel, type Place } from '#model/place.ts';

/** An empty form: today, where the person worked last, in the usual way for that place. */
export const firstDraft = (today: Day, lastPlace: string | undefined): EntryDraft => {
  const place = lastPlace && lastPlace in usualChannel ? (lastPlace as Place) : 'nha-van-hoa';
  return {
    date: today,
    place,
    channel: usualChannel[place],
    counts: {},
    cells: {},
    services: {},
    note: '',
    reason: '',
  };
};

const said = (texts: Record<string, string>) => Object.values(texts).some((text) => !['', '0'].includes(text.trim()));

/** Something a person would miss if it were gone. */
export const worthKeeping = (draft: EntryDraft): boolean =>
  said(draft.counts) || said(draft.cells) || said(draft.services) || draft.note.trim() !== '';
