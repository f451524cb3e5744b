import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLive } from '#features/handbook.tsx';
import { Section } from '#features/today/Section.tsx';
import { openDrafts } from '#store/open-drafts.ts';
import { Card } from '#ui/Card.tsx';
import { StateTag } from '#ui/StateTag.tsx';
import { useFormat } from '#ui/format.ts';
import css from './Unfinished.module.css';

const correction = 'correct:';

/** Where a draft goes on; undefined for a form that has no place here. */
const placeOf = (form: string): string | undefined => {
  if (form === 'log') return '/ghi';
  return form.startsWith(correction) ? `/ghi/${form.slice(correction.length)}` : undefined;
};

/** Forms begun and not saved. */
export const Unfinished = ({ now }: { now: number }) => {
  const { t } = useTranslation(['today', 'states']);
  const format = useFormat();
  const drafts = useLive(openDrafts)?.filter(({ form }) => placeOf(form));
  if (!drafts || drafts.length === 0) return null;
  return (
    <Section title={t('drafts')}>
      <Card as="ul">
        {drafts.map(({ form, changedAt }) => (
          <li key={form}>
            <Link to={placeOf(form) ?? '/'} className={css.draft}>
              <span className={css.words}>
                <b>{form === 'log' ? t('draftLog') : t('draftCorrection')}</b>
                <small>{t('draftSince', { at: format.instant(changedAt, now) })}</small>
              </span>
              <StateTag state="draft">{t('states:draft')}</StateTag>
            </Link>
          </li>
        ))}
      </Card>
    </Section>
  );
};
