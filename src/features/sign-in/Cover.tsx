import { CheckCheck, Hash, Smartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useArrival } from '#ui/arrival.ts';
import css from './Cover.module.css';

const days = Array.from({ length: 31 }, (_, at) => at);
const promises = [
  { key: 'offline', icon: Smartphone },
  { key: 'numbersOnly', icon: Hash },
  { key: 'receipt', icon: CheckCheck },
] as const;

/** The notebook's cover: its name, an empty month, and what it promises; on a small phone briefly once there is more to read. */
export const Cover = ({ brief }: { brief: boolean }) => {
  const { t } = useTranslation(['sign-in', 'common']);
  const heading = useArrival(t('title'));
  return (
    <header className={brief ? `${css.cover} ${css.brief}` : css.cover}>
      <div className={css.inside}>
        <h1 ref={heading} tabIndex={-1}>
          {t('common:appName')}
        </h1>
        <p className={css.about}>{t('about')}</p>
        <svg aria-hidden viewBox="0 0 358 24" className={css.month}>
          <path d="M0 20H358" className={css.line} />
          {days.map((day) => (
            <path
              key={day}
              d={`M${3 + day * 11.73} 20V${day % 5 === 0 ? 8 : 13}`}
              className={day < 26 ? css.past : css.left}
            />
          ))}
          <path d="M308 20H355" className={css.way} />
        </svg>
        <ul className={css.promises}>
          {promises.map(({ key, icon: Icon }) => (
            <li key={key}>
              <Icon aria-hidden size={20} />
              {t(`promises.${key}`)}
            </li>
          ))}
        </ul>
      </div>
    </header>
  );
};
