import { Check, CircleDashed, Plus, RotateCcw } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordWhere, whereInAll } from '#features/RecordWhere.tsx';
import { FigureSheet } from '#features/report/FigureSheet.tsx';
import { FilledText } from '#features/report/FilledText.tsx';
import { FixSheet } from '#features/report/FixSheet.tsx';
import { usePart, type PartStatus } from '#features/report/use-part.ts';
import type { Texts } from '#features/report/use-texts.ts';
import { useWords } from '#features/words.ts';
import { reportTextLimit, writtenBy } from '#model/records/report-text.ts';
import type { ReportFacts } from '#model/report/facts.ts';
import { stateOfItem, textOf, type OutlineItem, type OutlineSection } from '#model/report/outline.ts';
import { useFormat } from '#ui/format.ts';
import css from './PartEditor.module.css';

type Of = { facts: ReportFacts; texts: Texts; mayWrite: boolean };

/** Where what was typed is: being typed and kept as a draft, in the report on this machine, at the province. */
const Where = ({ status, texts, item }: { status: PartStatus; texts: Texts; item: string }) => {
  const { t } = useTranslation('report');
  const f = useFormat();
  if (status.kind === 'typing') return <span className={css.typing}>{t('where.typing')}</span>;
  if (status.kind === 'refused' || status.kind === 'not-stored')
    return <span className={css.wrong}>{t('where.notSaved')}</span>;
  const last = writtenBy(texts.record, item);
  if (!last) return <span className={css.quiet}>{t('where.nothing')}</span>;
  return (
    <span className={css.saved}>
      <Check aria-hidden size={18} />
      {t('where.saved', { time: f.time(last.at * 1000) })}
      {texts.row && <RecordWhere where={whereInAll(texts.row)} />}
    </span>
  );
};

const ItemEditor = ({ item, facts, texts, mayWrite }: Of & { item: OutlineItem }) => {
  const { t } = useTranslation('report');
  const words = useWords();
  const area = useRef<HTMLTextAreaElement>(null);
  const [inserting, setInserting] = useState(false);
  const [fixing, setFixing] = useState<string>();
  const { unit, period } = facts;
  const part = usePart(`report:${unit.id}:${period}:${item.key}`, textOf(item, texts.texts), (text, form) =>
    texts.write({ [item.key]: text }, form),
  );
  const insert = (token: string) => {
    const at = area.current?.selectionStart ?? part.text.length;
    const after = area.current?.selectionEnd ?? at;
    part.change(`${part.text.slice(0, at)}{{${token}}}${part.text.slice(after)}`);
    setInserting(false);
  };
  const { status } = part;
  const error =
    status.kind === 'refused'
      ? status.faults.map((fault) => words.refusal(fault)).join(' ')
      : status.kind === 'not-stored'
        ? t('notStored')
        : undefined;
  const label = item.title === '' ? t('text') : item.title;
  return (
    <>
      <div className={css.itemHead}>
        <h3 lang="vi">{item.title}</h3>
        <output>
          <Where status={status} texts={texts} item={item.key} />
        </output>
      </div>
      {mayWrite && (
        <>
          <textarea
            ref={area}
            className={css.area}
            lang="vi"
            aria-label={label}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `error-${item.key}` : undefined}
            rows={5}
            maxLength={reportTextLimit}
            value={part.text}
            placeholder={t('placeholder')}
            onChange={(event) => part.change(event.target.value)}
            onBlur={() => void part.settle()}
          />
          {error && (
            <p role="alert" id={`error-${item.key}`} className={css.wrong}>
              {error}
            </p>
          )}
          <p className={css.ways}>
            <button type="button" onClick={() => setInserting(true)}>
              <Plus aria-hidden size={18} />
              {t('insert.open')}
            </button>
            {item.suggested !== undefined && stateOfItem(item, texts.texts) !== 'suggested' && (
              <button type="button" onClick={() => void texts.write({ [item.key]: null })}>
                <RotateCcw aria-hidden size={18} />
                {t('suggestedAgain')}
              </button>
            )}
          </p>
        </>
      )}
      {part.text.trim() !== '' && (
        <div className={css.reads}>
          <p className={css.quiet}>{t('reads')}</p>
          <FilledText text={part.text} facts={facts} fixes={texts.fixes} {...(mayWrite && { fix: setFixing })} />
          {mayWrite && <p className={css.quiet}>{t('liveHint')}</p>}
        </div>
      )}
      {inserting && <FigureSheet facts={facts} choose={insert} onClose={() => setInserting(false)} />}
      {fixing && (
        <FixSheet
          measure={fixing}
          counted={facts.totals[fixing] ?? 0}
          fix={texts.fixes[fixing]}
          texts={texts}
          onClose={() => setFixing(undefined)}
        />
      )}
    </>
  );
};

type Props = Of & { section: OutlineSection; item: string; choose: (item: string) => void };

/** A section of the report: its parts, one of them open to be written. */
export const PartEditor = ({ section, item: wished, choose, ...of }: Props) => {
  const { t } = useTranslation('report');
  const { items, n, title } = section;
  const item = items.find(({ key }) => key === wished) ?? items[0]!;
  return (
    <section className={css.editor} aria-labelledby="report-section">
      <h2 id="report-section" lang="vi">
        {n}. {title}
      </h2>
      {items.length > 1 && (
        <ol className={css.items}>
          {items.map((one, at) => {
            const missing = stateOfItem(one, of.texts.texts) === 'missing';
            const Icon = missing ? CircleDashed : Check;
            return (
              <li key={one.key}>
                <button
                  type="button"
                  aria-current={one.key === item.key ? 'true' : undefined}
                  onClick={() => choose(one.key)}
                >
                  <Icon aria-hidden size={18} className={missing ? undefined : css.well} />
                  <span lang="vi">
                    {at + 1}. {one.short}
                  </span>
                  {missing && <span className="visually-hidden">, {t('state.missing')}</span>}
                </button>
              </li>
            );
          })}
        </ol>
      )}
      <ItemEditor key={item.key} item={item} {...of} />
    </section>
  );
};
