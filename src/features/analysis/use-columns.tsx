import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { behind } from '#features/analysis/behind.ts';
import { comparedWith, type Choice } from '#features/analysis/choice.ts';
import { Figure } from '#features/analysis/Figure.tsx';
import { useFollow } from '#features/analysis/use-follow.ts';
import { useMemberWords } from '#features/analysis/use-member-words.ts';
import { useSigned } from '#features/analysis/use-signed.ts';
import { figuresBehind } from '#features/behind-figures.ts';
import type { TableColumn } from '#features/DataTable.tsx';
import { useUnitWords } from '#features/unit-words.ts';
import type { PeriodId } from '#model/period.ts';
import {
  columnsOf,
  differenceOf,
  everyUnit,
  placeOf,
  type PivotAxis,
  type PivotFigure,
  type PivotMembers,
  type PivotPlace,
  type PivotReader,
} from '#model/pivot.ts';
import type { Unit } from '#model/unit.ts';
import type { Pivot } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import css from './Analysis.module.css';

type About = {
  /** The communes above the units shown, where those are of several. */
  communes: ReadonlyMap<string, Unit>;
  pivot: Pivot;
  reader: PivotReader;
  members: PivotMembers;
  choice: Choice;
  current: PeriodId;
};

/** The columns of the table as laid out; a row is the code of a unit, a period, a measure or a value. */
export const useColumns = ({ communes, pivot, reader, members, choice, current }: About): TableColumn<string>[] => {
  const { t } = useTranslation('analysis');
  const words = useMemberWords(choice.by, current);
  const units = useUnitWords();
  const signed = useSigned();
  const f = useFormat();
  const its = t('behind');
  const { layout, last } = choice;
  const byCode = new Map(pivot.units.map((unit) => [unit.id, unit]));
  const unitName = (id: string) => {
    const unit = byCode.get(id);
    if (!unit) return id;
    // There is a first village in many communes.
    const above = unit.parent === null ? undefined : communes.get(unit.parent);
    return above ? t('unitOf', { unit: units.short(unit), above: units.short(above) }) : units.short(unit);
  };
  const nameOf = (axis: PivotAxis, member: string) => (axis === 'unit' ? unitName(member) : words[axis](member));
  const countOf = (figure: PivotFigure) => (figure.kind === 'known' ? figure.count : null);
  const inFile = (figure: PivotFigure) => {
    if (figure.kind === 'hidden') return t('hidden');
    if (figure.kind === 'unknown') return null;
    return figure.rounded ? t('about', { count: figure.count }) : figure.count;
  };
  const follow = useFollow();
  const plain = (figure: PivotFigure) =>
    figure.kind === 'known' && !figure.rounded ? f.number(figure.count) : <Figure of={figure} />;
  const link = (figure: PivotFigure, place: PivotPlace) => {
    const said = plain(figure);
    const to = behind(figure, place, { own: pivot.unit, by: choice.by });
    if (to === undefined || typeof said !== 'string') return said;
    // The tab key stops at the names of rows; arrow keys lead from there to the figures.
    const tabIndex = layout.rows === 'unit' ? -1 : undefined;
    return (
      <a className={css.behind} href={to} tabIndex={tabIndex} aria-label={`${said}, ${its}`} onClick={follow}>
        {said}
      </a>
    );
  };
  const unitOfMeasure = (of: { measure?: string }) => (of.measure === undefined ? undefined : words.unit(of.measure));

  const name: TableColumn<string> = {
    key: 'name',
    head: t(`axis.${layout.rows}`),
    kind: 'text',
    value: (row) => nameOf(layout.rows, row),
    show: (row) => {
      if (layout.rows !== 'unit') return <>{nameOf(layout.rows, row)}</>;
      return <Link to={figuresBehind(row, last)}>{unitName(row)}</Link>;
    },
  };
  const share = (some: readonly string[]) => {
    const all = some.map((unit) => reader.teams(unit, last));
    const add = (of: 'teams' | 'teamsReported') => all.reduce((sum, one) => sum + one[of], 0);
    return { some: add('teamsReported'), all: add('teams') };
  };
  const teams: TableColumn<string> = {
    key: 'teams',
    head: t('teams'),
    long: t('teamsLong', { period: words.period(last) }),
    kind: 'number',
    quiet: true,
    value: (row) => {
      const { some, all } = share([row]);
      return all === 0 ? null : some / all;
    },
    show: (row) => <>{t('share', share([row]))}</>,
    file: (row) => t('shareSaid', share([row])),
    sum: (rows) => t('shareSaid', share(rows)),
    showSum: (rows) => <>{t('share', share(rows))}</>,
  };

  const inner = layout.columns[layout.columns.length - 1];
  const outer = layout.columns.length > 1 ? layout.columns[0] : undefined;
  const against = comparedWith(choice);
  const figures = columnsOf(layout, members).flatMap((column): TableColumn<string>[] => {
    const place = (row: string) => placeOf(layout, members, row, column);
    const summed = (rows: readonly string[], period = place(rows[0] ?? '').period) =>
      layout.rows === 'unit' ? reader.sum(rows, { ...place(rows[0] ?? ''), period }) : undefined;
    const unit = unitOfMeasure(column.at);
    const groupName = outer && column.group !== undefined ? nameOf(outer, column.group) : undefined;
    const group =
      groupName === undefined ? {} : { group: outer === 'measure' && unit ? `${groupName} (${unit})` : groupName };
    const head = inner === undefined ? '' : nameOf(inner, column.member);
    const base = { kind: 'number' as const, ...group };
    const code = [column.group, column.member].filter((part) => part !== undefined).join('.');
    const figure: TableColumn<string> = {
      ...base,
      key: code,
      head,
      ...(inner === 'measure' && unit ? { unit } : {}),
      strong: inner === 'period' && column.member === last,
      value: (row) => countOf(reader.at(place(row))),
      show: (row) => link(reader.at(place(row)), place(row)),
      file: (row) => inFile(reader.at(place(row))),
      ...(layout.rows === 'unit' && {
        sum: (rows: readonly string[]) => inFile(summed(rows) ?? { kind: 'unknown' }),
        showSum: (rows: readonly string[]) => {
          const sum = summed(rows) ?? { kind: 'unknown' };
          const whole = rows.length === pivot.units.length;
          return whole ? link(sum, { ...place(rows[0] ?? ''), unit: everyUnit }) : <Figure of={sum} />;
        },
      }),
    };
    const isLast = (column.at.period ?? members.period[members.period.length - 1]) === last;
    if (against === undefined || !isLast) return [figure];
    const before = words.period(against);
    const gap = (row: string) => differenceOf(reader.at(place(row)), reader.at({ ...place(row), period: against }));
    const gapOfSum = (rows: readonly string[]) => {
      const [now, then] = [summed(rows), summed(rows, against)];
      return now && then ? differenceOf(now, then) : null;
    };
    const said = (value: number | null) =>
      value === null ? <Figure of={{ kind: 'unknown' }} /> : <>{signed.number(value)}</>;
    return [
      figure,
      {
        ...base,
        key: `${code}.change`,
        head: inner === 'period' ? t('change', { period: before }) : t('changeOf', { what: head, period: before }),
        long: t('changeLong', { period: before }),
        quiet: true,
        value: gap,
        show: (row) => said(gap(row)),
        ...(layout.rows === 'unit' && {
          sum: gapOfSum,
          showSum: (rows: readonly string[]) => said(gapOfSum(rows)),
        }),
      },
    ];
  });
  return [
    name,
    ...(layout.rows === 'unit' && choice.level === 'below' && pivot.unit.level === 'province' ? [teams] : []),
    ...figures,
  ];
};
