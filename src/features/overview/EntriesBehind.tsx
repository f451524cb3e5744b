import { ChevronLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { figuresBehind } from '#features/behind-figures.ts';
import { isMeasure } from '#features/overview/chosen-measures.ts';
import { EntriesOf } from '#features/overview/EntriesOf.tsx';
import { useFigures } from '#features/overview/use-figures.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { useNow } from '#features/overview/use-now.ts';
import { usePeriod } from '#features/overview/use-period.ts';
import { useSituation, type Situation } from '#features/situation.ts';
import { spanOf } from '#model/period.ts';
import { useArrival } from '#ui/arrival.ts';
import { useFormat } from '#ui/format.ts';
import css from './EntriesBehind.module.css';

const Behind = ({ me, asked }: { me: Situation; asked: string }) => {
  const { t } = useTranslation(['overview', 'measures']);
  const f = useFormat();
  const words = useUnitWords();
  const now = useNow();
  const [params] = useSearchParams();
  const code = params.get('chi-so') ?? '';
  const measure = isMeasure(code) ? code : undefined;
  const kind = me.settings.periodKind;
  const { period } = usePeriod(kind, now);
  const page = useFigures(asked, period);
  const unit = page.kind === 'shown' ? page.body.unit : me.units.find(({ id }) => id === asked);
  const heading = useArrival();
  const { first, last } = spanOf(period, kind);
  return (
    <div className={css.page}>
      <Link className={css.back} to={figuresBehind(asked, period)}>
        <ChevronLeft aria-hidden size={20} />
        {unit ? t('overview:backTo', { unit: words.said(unit) }) : t('overview:above')}
      </Link>
      <header className={css.head}>
        <h1 tabIndex={-1} ref={heading}>
          {measure ? t(`measures:${measure}.short`) : t('overview:entries')}
        </h1>
        <p>
          {unit && <>{words.heading(unit)} · </>}
          {t('overview:span', { span: f.span(first, last) })} · {t('overview:entriesBehind')}
        </p>
      </header>
      <h2 className="visually-hidden">{t('overview:entries')}</h2>
      <EntriesOf key={`${asked}/${period}/${code}`} unit={{ id: asked }} period={period} measure={measure} now={now} />
    </div>
  );
};

/** What a figure is made of. */
const EntriesBehind = () => {
  const { unit } = useParams();
  const me = useSituation();
  return me && unit ? <Behind me={me} asked={unit} /> : null;
};
export default EntriesBehind;
