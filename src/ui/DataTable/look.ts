import type { TableColumn } from '#ui/DataTable/columns.ts';
import css from './Table.module.css';

/** True where a new common head begins. */
export const startsGroup = <Row>(columns: readonly TableColumn<Row>[], at: number): boolean =>
  at > 0 && columns[at]!.group !== columns[at - 1]!.group;

/** The classes of a column's cells. */
export const lookOf = <Row>(columns: readonly TableColumn<Row>[], at: number): string | undefined => {
  const { kind, strong, quiet } = columns[at]!;
  const classes = [
    kind === 'number' && css.number,
    strong && css.strong,
    quiet && css.quiet,
    startsGroup(columns, at) && css.edge,
  ];
  return classes.filter(Boolean).join(' ') || undefined;
};
