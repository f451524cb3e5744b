import { CircleCheck, CircleDashed, CircleDot, Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dayInVietnam } from '#model/day.ts';
import { writtenBy } from '#model/records/report-text.ts';
import type { EditableRecord } from '#model/record.ts';
import { outline, stateOfItem, type OutlineSection, type ReportTexts } from '#model/report/outline.ts';
import { useFormat } from '#ui/format.ts';
import css from './PartsList.module.css';

type Props = {
  record: EditableRecord;
  texts: ReportTexts;
  chosen: string;
  choose: (section: string) => void;
  editing: boolean;
};
type State = 'suggested' | 'written' | 'partly' | 'missing';

/** Of its parts taken together. */
const stateOf = ({ items }: OutlineSection, texts: ReportTexts): State => {
  const states = items.map((item) => stateOfItem(item, texts));
  if (states.every((state) => state === 'missing')) return 'missing';
  if (states.includes('missing')) return 'partly';
  return states.includes('written') ? 'written' : 'suggested';
};

const icons = { suggested: CircleCheck, written: CircleCheck, partly: CircleDot, missing: CircleDashed };
const looks: Record<State, string | undefined> = {
  suggested: css.well,
  written: css.well,
  partly: css.partly,
  missing: undefined,
};
const tables = ['bieu-01', 'bieu-02', 'bieu-03', 'bieu-04'] as const;

/** The parts of the report, and how far each is. The tables compute themselves. */
export const PartsList = ({ record, texts, chosen, choose, editing }: Props) => {
  const { t } = useTranslation('report');
  const f = useFormat();
  const newest = ({ items }: OutlineSection) => Math.max(0, ...items.map(({ key }) => writtenBy(record, key)?.at ?? 0));
  return (
    <nav aria-labelledby="report-parts" className={css.parts}>
      <h2 id="report-parts">{t('parts')}</h2>
      <ul>
        <li>
          <button type="button" aria-current={chosen === 'frame' ? 'true' : undefined} onClick={() => choose('frame')}>
            <CircleCheck aria-hidden size={20} className={css.well} />
            <b>{t('frame')}</b>
            <small>{t('state.filled')}</small>
          </button>
        </li>
        {outline.map((section) => {
          const { n, short } = section;
          const state = stateOf(section, texts);
          const here = chosen === n;
          const Icon = here && editing ? Pencil : icons[state];
          const at = newest(section);
          const when = at > 0 && state === 'written' ? f.day(dayInVietnam(at * 1000)) : t(`state.${state}`);
          return (
            <li key={n}>
              <button type="button" aria-current={here ? 'true' : undefined} onClick={() => choose(n)}>
                <Icon aria-hidden size={20} className={here ? undefined : looks[state]} />
                <b lang="vi">
                  {n}. {short}
                </b>
                <small>{here && editing ? t('state.editing') : when}</small>
              </button>
            </li>
          );
        })}
        {tables.map((key) => (
          <li key={key} className={css.table}>
            <CircleCheck aria-hidden size={20} className={css.well} />
            <b>{t(`table.${key}`)}</b>
            <small>{t('state.computed')}</small>
          </li>
        ))}
      </ul>
    </nav>
  );
};
