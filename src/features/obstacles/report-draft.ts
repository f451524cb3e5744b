import { readCount } from '#model/draft.ts';

/** An obstacle being written; numbers as they were typed. */
export type ReportDraft = { kind: string; asked: string; people: string; text: string; measure: string; task: string };

export const reportForm = 'obstacle';

export const blankReport = (task = ''): ReportDraft => ({
  kind: '',
  asked: 'cong-an-xa',
  people: '0',
  text: '',
  measure: '',
  task,
});

export const worthKeeping = ({ kind, people, text }: ReportDraft): boolean =>
  kind !== '' || text.trim() !== '' || !['', '0'].includes(people.trim());

/** What it would say if it were sent now. People that cannot be read are NaN, which is refused. */
export const fieldsOf = ({ kind, asked, people, text, measure, task }: ReportDraft) => ({
  kind,
  asked,
  people: readCount(people),
  text: text.normalize('NFC').trim(),
  measure: measure || null,
  task: task || null,
});
