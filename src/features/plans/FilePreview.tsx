import { useTranslation } from 'react-i18next';
import { useDeadlineWords } from '#features/plans/use-deadline-words.ts';
import type { PlanFileRow } from '#model/plan-file.ts';
import css from './ImportPlan.module.css';

type Props = { name: string; rows: readonly PlanFileRow[]; again: number };

/** What was read from a file, to look at before any of it is saved. */
export const FilePreview = ({ name, rows, again }: Props) => {
  const { t } = useTranslation('plans');
  const said = useDeadlineWords();
  return (
    <section className={css.preview}>
      <p>
        <b>{t('importRead', { name, count: rows.length })}</b> {again > 0 && t('importAgain', { count: again })}
      </p>
      {/* A region that scrolls is reached by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={css.scroll} aria-label={name} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {(['code', 'text', 'owner', 'deadline'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`fileColumn.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody lang="vi">
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.code}</th>
                <td>{row.text}</td>
                <td>{row.owner}</td>
                <td>{said(row.deadline)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
};
