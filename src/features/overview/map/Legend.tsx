import { useTranslation } from 'react-i18next';
import { useFormat } from '#ui/format.ts';
import { shadeClass } from './shade-class.ts';
import shades from './Shades.module.css';
import type { ShownFigures } from './shown-figures.ts';
import css from './Legend.module.css';

type Props = { shown: ShownFigures; level: 'province' | 'commune' };

/** Which colour stands for which figures, how they were cut, and for how many units nothing is known. */
export const Legend = ({ shown: { rows, edges, by, unknown }, level }: Props) => {
  const { t } = useTranslation('dashboard');
  const f = useFormat();
  const known = rows.length > unknown;
  const sign = by === 'residents' ? ' ‰' : '';
  const last = edges.length;
  const shown = (at: number) => {
    if (last === 0) return t('map.all');
    if (at === 0) return `< ${f.number(edges[0]!)}`;
    return at === last ? `≥ ${f.number(edges[at - 1]!)}${sign}` : f.number(edges[at - 1]!);
  };
  const said = (at: number) => {
    if (last === 0) return t('map.all');
    if (at === 0) return t('map.below', { to: f.number(edges[0]!) + sign });
    const from = f.number(edges[at - 1]!) + sign;
    return at === last ? t('map.from', { from }) : t('map.between', { from, to: f.number(edges[at]!) + sign });
  };
  return (
    <div className={css.legend}>
      <ul>
        {known &&
          [...edges, 0].map((_, at) => (
            <li key={at}>
              <i aria-hidden className={shadeClass(at, edges)} />
              <span aria-hidden>{shown(at)}</span>
              <span className="visually-hidden">{said(at)}</span>
            </li>
          ))}
        {unknown > 0 && (
          <li className={css.none}>
            <i aria-hidden className={shades.hatch} />
            {t(level === 'province' ? 'map.unknownCommunes' : 'map.unknownVillages', { count: unknown })}
          </li>
        )}
      </ul>
      {last > 0 && <p>{t(level === 'province' ? 'map.breaksCommunes' : 'map.breaksVillages')}</p>}
    </div>
  );
};
