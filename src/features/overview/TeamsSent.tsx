import { useTranslation } from 'react-i18next';
import type { FiguresRow } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import css from './TeamsSent.module.css';

/** How many of the teams below have sent something, with a bar beside the figures. */
export const TeamsSent = ({ of: { teams, teamsReported } }: { of: Pick<FiguresRow, 'teams' | 'teamsReported'> }) => {
  const { t } = useTranslation('overview');
  const f = useFormat();
  const [some, all] = [f.number(teamsReported), f.number(teams)];
  return (
    <span className={css.teams}>
      <span aria-hidden className={css.bar}>
        <span style={{ width: `${teams === 0 ? 0 : Math.min(1, teamsReported / teams) * 100}%` }} />
      </span>
      <span aria-hidden className={css.share}>
        {some}/{all}
      </span>
      <span className="visually-hidden">{t('teamsSent', { some, all })}</span>
    </span>
  );
};
