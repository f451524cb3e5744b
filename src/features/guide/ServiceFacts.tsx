import { useTranslation } from 'react-i18next';
import type { ServiceGuide } from '#model/guidance.ts';
import { useGuideWords } from '#features/guide/use-guide.ts';
import { Card } from '#ui/Card.tsx';
import css from './ServiceFacts.module.css';

/** What the programme's list says of a service, and who took over since. */
export const ServiceFacts = ({ service }: { service: ServiceGuide }) => {
  const { t } = useTranslation(['guide', 'services']);
  const { bodies } = useGuideWords();
  const body = (key: string) => bodies[key as keyof typeof bodies];
  const before = body(service.lead2022);
  return (
    <Card as="div" className={css.facts}>
      <dl>
        <dt>{t('official')}</dt>
        <dd>{t(`services:${service.key}`)}</dd>
      </dl>
      <dl>
        <dt>{t('level')}</dt>
        <dd>{t(service.level2022 === 4 ? 'level4' : 'level3')}</dd>
      </dl>
      <dl>
        <dt>{t('lead')}</dt>
        <dd>
          {service.leadNow ? t('leadNow', { before, now: body(service.leadNow) }) : t('leadSame', { body: before })}
          {service.pilot && ` ${t('pilot')}`}
        </dd>
      </dl>
    </Card>
  );
};
