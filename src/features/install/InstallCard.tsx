import { Smartphone } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands, useLive } from '#features/handbook.tsx';
import { askToInstall, useInstallPrompt } from '#features/install/install-prompt.ts';
import { inChrome, installWay } from '#features/install/install-way.ts';
import { IosSteps } from '#features/install/IosSteps.tsx';
import type { InstallRow } from '#store/database.ts';
import { installState, noteInstall } from '#store/install.ts';
import { countEntries } from '#store/journal.ts';
import { Button } from '#ui/Button.tsx';
import { Card } from '#ui/Card.tsx';
import css from './InstallCard.module.css';

const standalone = () =>
  matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true);

/** Asks, once something was saved, to put the app on the home screen, in the way that this browser has. */
const InstallCard = () => {
  const { t } = useTranslation('install');
  const { db, clock } = useHands();
  const prompt = useInstallPrompt();
  const known = useLive(async (from) => ({ saved: await countEntries(from), answer: await installState(from) }));
  const way = installWay({
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
    standalone: standalone(),
    hasPrompt: prompt !== undefined,
  });
  const note = (state: InstallRow['state']) => void noteInstall(db, clock, state);

  useEffect(() => {
    const installed = () => void noteInstall(db, clock, 'installed');
    addEventListener('appinstalled', installed);
    return () => removeEventListener('appinstalled', installed);
  }, [db, clock]);

  if (!known || known.saved === 0 || known.answer || way === 'none') return null;
  return (
    <Card className={css.install} aria-labelledby="install-title">
      <h2 id="install-title" className={css.title}>
        <Smartphone aria-hidden size={24} />
        {t(way === 'inAppOnAndroid' || way === 'inAppOnIos' ? `${way}.title` : 'title')}
      </h2>
      <p>{t(`${way}.why`)}</p>
      {way === 'iosSteps' && <IosSteps />}
      <div className={css.ways}>
        {way === 'prompt' && prompt && (
          <Button
            look="strong"
            onClick={() => void askToInstall(prompt).then((said) => said === 'dismissed' && note('dismissed'))}
          >
            {t('install')}
          </Button>
        )}
        {way === 'inAppOnAndroid' && (
          <a className={css.chrome} href={inChrome(window.location)}>
            {t('openInChrome')}
          </a>
        )}
        <Button onClick={() => note('dismissed')}>{t('later')}</Button>
      </div>
    </Card>
  );
};

export default InstallCard;
