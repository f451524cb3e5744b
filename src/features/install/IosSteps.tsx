import { useTranslation } from 'react-i18next';
import { PictureAdd, PictureMenu, PictureShare } from '#features/install/IosPictures.tsx';
import css from './IosSteps.module.css';

const steps = [
  ['share', PictureShare],
  ['menu', PictureMenu],
  ['add', PictureAdd],
] as const;

/** Safari has no button for it: three taps, each with its picture. */
export const IosSteps = () => {
  const { t } = useTranslation('install');
  return (
    <ol className={css.steps}>
      {steps.map(([step, Picture]) => (
        <li key={step}>
          <Picture />
          <span>{t(`iosSteps.${step}`)}</span>
        </li>
      ))}
    </ol>
  );
};
