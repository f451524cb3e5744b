import { useTranslation } from 'react-i18next';
import { figureOf } from '#features/overview/completeness.ts';
import { tableText } from '#features/table-text.ts';
import { useUnitWords } from '#features/unit-words.ts';
import type { Measure } from '#model/indicator.ts';
import type { Figures, FiguresRow } from '#store/officer-pages.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { useFormat } from '#ui/format.ts';
import { dayInVietnam } from '#model/day.ts';

/** Puts the rows in sight on the clipboard, figures as plain digits, so that a spreadsheet can count with them. */
export const useCopyTable = (figures: Figures, rows: readonly FiguresRow[], measures: readonly Measure[]) => {
  const { t } = useTranslation(['overview', 'measures']);
  const f = useFormat();
  const words = useUnitWords();
  const announce = useAnnounce();

  const at = (seconds: number | null) =>
    seconds === null ? '' : `${f.time(seconds * 1000)} ${f.dayLong(dayInVietnam(seconds * 1000))}`;
  const heads = [
    t(figures.unit.level === 'province' ? 'overview:columnCommune' : 'overview:columnVillage'),
    t('overview:copyTeams'),
    t('overview:copyAllTeams'),
    t('overview:columnEntries'),
    ...measures.map((measure) => `${t(`measures:${measure}.short`)} (${t(`measures:${measure}.unit`)})`),
    t('overview:copyNewest'),
    t('overview:copySeen'),
    t('overview:copyWaiting'),
  ];
  const line = (row: FiguresRow) => [
    words.said(row.unit),
    row.teamsReported,
    row.teams,
    row.entries,
    ...measures.map((measure) => figureOf(row, measure)),
    at(row.lastReceivedAt),
    at(row.devicesSeenAt),
    row.devicesSeenAt === null ? null : row.devicesWaiting,
  ];
  return async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(tableText([heads, ...rows.map(line)]));
      announce(t('overview:copied'));
    } catch {
      // No clipboard without TLS, or not allowed.
      announce(t('overview:notCopied'));
    }
  };
};
