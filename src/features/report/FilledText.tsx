import { useTranslation } from 'react-i18next';
import type { Fix, ReportFacts } from '#model/report/facts.ts';
import { readSentence } from '#model/report/tokens.ts';
import { measures } from '#model/indicator.ts';
import css from './PartEditor.module.css';

type Props = {
  text: string;
  facts: ReportFacts;
  fixes: Readonly<Record<string, Fix | undefined>>;
  /** Opens a figure to be put right by hand; absent where nobody may. */
  fix?: (measure: string) => void;
};

/** A part as it will read, its figures marked: they follow the book until the month is closed. */
export const FilledText = ({ text, facts, fixes, fix }: Props) => {
  const { t } = useTranslation('report');
  return (
    <div className={css.filled} lang="vi">
      {text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, row) => (
          // A line has its place and nothing else.
          // oxlint-disable-next-line react/no-array-index-key
          <p key={row}>
            {readSentence(line, facts, fixes).map((part, at) => {
              const key = `${at}-${part.text}`;
              if (part.kind === 'words') return <span key={key}>{part.text}</span>;
              if (part.kind === 'unknown')
                return (
                  <mark key={key} className={css.unknown} title={t('unknownToken')}>
                    {part.text}
                  </mark>
                );
              const look = part.fixed ? `${css.figure} ${css.fixed}` : css.figure;
              return fix && measures.includes(part.token) ? (
                <button
                  key={key}
                  type="button"
                  className={look}
                  aria-label={t('fix.open', { figure: part.text, token: part.token })}
                  onClick={() => fix(part.token)}
                >
                  {part.text}
                </button>
              ) : (
                <mark key={key} className={look}>
                  {part.text}
                </mark>
              );
            })}
          </p>
        ))}
    </div>
  );
};
