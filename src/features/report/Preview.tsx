import { useTranslation } from 'react-i18next';
import { TableOnPaper } from '#features/report/TableOnPaper.tsx';
import { useOfficialPaper } from '#features/report/use-official-paper.ts';
import type { Block, ReportDocument } from '#model/report/document.ts';
import { reportWords } from '#model/report/words.ts';
import css from './Preview.module.css';

const Said = ({ block, looking }: { block: Block; looking: (key: string) => boolean }) => {
  const { t } = useTranslation('report');
  if (block.kind === 'section') return <p className={css.section}>{block.text}</p>;
  if (block.kind === 'table') return <TableOnPaper table={block.table} />;
  const className = looking(block.key) ? css.looking : undefined;
  if (block.kind === 'item') return <p className={[css.item, className].filter(Boolean).join(' ')}>{block.text}</p>;
  if (block.kind === 'missing')
    return (
      <p className={className}>
        <i className={css.missing}>[{t('notWritten')}]</i>
        <span className={css.dots} aria-hidden>
          {reportWords.words.dots}
        </span>
      </p>
    );
  return <p className={className}>{block.parts.map(({ text }) => text).join('')}</p>;
};

type Props = { report: ReportDocument; looking: (key: string) => boolean };

/** The report as it will be on paper; what is printed is this. The same document is written into the .docx. */
export const Preview = ({ report, looking }: Props) => {
  const { t } = useTranslation('report');
  useOfficialPaper();
  return (
    <div className={css.preview}>
      <p className={css.bar}>
        {t('preview')} · {t('previewHint')}
      </p>
      {/* The region takes the focus so that arrow keys scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={css.pages} tabIndex={0} aria-label={t('pages')} lang="vi">
        <article className={css.page}>
          <div className={css.head}>
            <div>
              {report.issuer.map((line, at) => (
                <p key={line} className={at === report.issuer.length - 1 ? css.issuer : undefined}>
                  <b>{line}</b>
                </p>
              ))}
              <p className={css.below}>{report.number}</p>
            </div>
            <div>
              <p>
                <b>{report.nation}</b>
              </p>
              <p className={css.motto}>
                <b>{report.motto}</b>
              </p>
              <p className={css.below}>
                <i>{report.dated}</i>
              </p>
            </div>
          </div>
          <div className={css.title}>
            <b>{report.kind}</b>
            {report.about.map((line) => (
              <b key={line}>{line}</b>
            ))}
          </div>
          <div className={css.body}>
            {report.body.map((block, at) => (
              // A block has no name of its own, and they are only ever shown as a whole.
              // oxlint-disable-next-line react/no-array-index-key
              <Said key={at} block={block} looking={looking} />
            ))}
            <p>{report.closing}</p>
          </div>
          <div className={css.foot}>
            <div>
              <p className={css.recipients}>{report.recipientsHead}</p>
              {report.recipients.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
            <div className={css.signature}>
              {report.signature.map((line) => (
                <p key={line}>{line}</p>
              ))}
              <p className={css.signer}>{report.signer}</p>
            </div>
          </div>
        </article>
        {report.annexes.map(({ name, attached, table }) => (
          <article key={table.id} className={table.wide ? `${css.page} ${css.wide}` : css.page}>
            <div className={css.annex}>
              <b>{name}</b>
              <b>{table.title.toLocaleUpperCase('vi')}</b>
              <i>{attached}</i>
            </div>
            <TableOnPaper table={table} />
          </article>
        ))}
      </section>
    </div>
  );
};
