import { useTranslation } from 'react-i18next';
import { measures } from '#model/indicator.ts';
import type { ReportFacts } from '#model/report/facts.ts';
import { countedTokens, valueOfToken, type Token } from '#model/report/tokens.ts';
import { measureWords, reportWords } from '#model/report/words.ts';
import { Sheet } from '#ui/Sheet.tsx';
import css from './FigureSheet.module.css';

type Props = { facts: ReportFacts; choose: (token: Token) => void; onClose: () => void };

const countedNames: Record<Token, string | undefined> = reportWords.tokens;
const inOrder = Object.keys(reportWords.measures).filter((measure) => measures.includes(measure));

/** The figures that can stand in a sentence, each with what it is now. */
export const FigureSheet = ({ facts, choose, onClose }: Props) => {
  const { t } = useTranslation('report');
  const row = (token: Token, name: string) => (
    <li key={token}>
      <button type="button" onClick={() => choose(token)}>
        <span>{name}</span>
        <b>{valueOfToken(token, facts)}</b>
      </button>
    </li>
  );
  return (
    <Sheet open title={t('insert.title')} onClose={onClose}>
      <p>{t('insert.about')}</p>
      <ul className={css.figures} lang="vi">
        {inOrder.map((measure) => row(measure, measureWords(measure).name))}
        {countedTokens.map((token) => row(token, countedNames[token] ?? token))}
      </ul>
      <p className={css.more}>{t('insert.more')}</p>
    </Sheet>
  );
};
