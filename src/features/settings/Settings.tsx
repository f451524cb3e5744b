import { ChevronRight, Link2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SettingsForm } from '#features/settings/SettingsForm.tsx';
import { useSituation } from '#features/situation.ts';
import { TopBar } from '#ui/TopBar.tsx';
import css from './Settings.module.css';

/** The province's own decisions: photos, when a village counts as silent, reporting days, how months are cut. */
const Settings = () => {
  const { t } = useTranslation('settings');
  const me = useSituation();
  if (!me) return null;
  return (
    <>
      <TopBar title={t('title')} back="/them" />
      <div className={css.inside}>
        <p className={css.hint}>{t('forAll')}</p>
        <SettingsForm settings={me.settings} />
        <Link to="/cai-dat/ket-noi" className={css.leads}>
          <Link2 aria-hidden size={22} />
          <span>
            <b>{t('connections')}</b> <small>{t('connectionsHint')}</small>
          </span>
          <ChevronRight aria-hidden size={20} />
        </Link>
      </div>
    </>
  );
};

export default Settings;
