import { examineText } from '#model/entry-rules.ts';
import type { Fault } from '#model/fault.ts';
import type { Json } from '#model/record.ts';
import type { Addressees } from '#model/records/addressees.ts';
import { announcementLimit, titleLimit, type Announcement } from '#model/records/announcement.ts';

/** An announcement being written. `start`: as it stood when the form was opened; null for a new one. */
export type AnnouncementDraft = {
  title: string;
  text: string;
  units: Addressees;
  start: Omit<AnnouncementDraft, 'start'> | null;
};

export const announcementForm = (id: string | undefined): string =>
  id === undefined ? 'announcement' : `announcement:${id}`;

export const blankAnnouncement: AnnouncementDraft = { title: '', text: '', units: 'all', start: null };

export const draftOfAnnouncement = ({ title, text, units }: Announcement): AnnouncementDraft => ({
  title,
  text,
  units,
  start: { title, text, units },
});

const tidy = (text: string) => text.normalize('NFC').trim();

/** What was changed since the form was opened. Title and text go together: they are one version, read as one. */
export const changedFields = ({ title, text, units, start }: AnnouncementDraft): Record<string, Json> => {
  const words = { title: tidy(title), text: tidy(text) };
  if (!start) return { ...words, units };
  return {
    ...((words.title !== tidy(start.title) || words.text !== tidy(start.text)) && words),
    ...(JSON.stringify(units) !== JSON.stringify(start.units) && { units }),
  };
};

export type AnnouncementProblem =
  | { field: 'title' | 'text' | 'units'; key: 'titleMissing' | 'textMissing' | 'unitsMissing' }
  | { field: 'title' | 'text'; fault: Fault };

/** What stands in the way of sending it, in the order of the form. */
export const problemsOf = ({ title, text, units }: AnnouncementDraft): AnnouncementProblem[] => {
  const refused = (field: 'title' | 'text', said: string, most: number) =>
    examineText(tidy(said), field, most)
      .filter(({ weight }) => weight === 'refuse')
      .map((fault) => ({ field, fault }));
  return [
    ...(tidy(title) === '' ? [{ field: 'title' as const, key: 'titleMissing' as const }] : []),
    ...refused('title', title, titleLimit),
    ...(tidy(text) === '' ? [{ field: 'text' as const, key: 'textMissing' as const }] : []),
    ...refused('text', text, announcementLimit),
    ...(units !== 'all' && units.length === 0 ? [{ field: 'units' as const, key: 'unitsMissing' as const }] : []),
  ];
};
