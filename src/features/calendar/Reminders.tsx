import { Bell, CalendarPlus, Link2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarFile } from '#model/calendar-file.ts';
import type { ProvinceSettings } from '#model/settings.ts';
import type { UnitLevel } from '#model/unit.ts';
import { useHands } from '#features/handbook.tsx';
import { handOn } from '#features/send-file.ts';
import { askToNotify, notifyState, type NotifyState } from '#ui/notify.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import css from './Reminders.module.css';

type Props = { level: UnitLevel; settings: Pick<ProvinceSettings, 'periodKind' | 'reportingDays'>; team: boolean };

/** The ways to be told in time: by a team's phone, by a calendar, by a calendar that keeps itself up to date. */
export const Reminders = ({ level, settings, team }: Props) => {
  const { t } = useTranslation('calendar');
  const { clock } = useHands();
  const announce = useAnnounce();
  // The file's words are looked up by keys that the model names.
  const say = t as unknown as (key: string, params?: Record<string, string>) => string;

  const save = async () => {
    const text = calendarFile(level, settings, clock.now(), say);
    const file = new File([text], 'lich-so-tay-06.ics', { type: 'text/calendar' });
    if ((await handOn(file, t('file.name'))) !== 'cancelled') announce(t('saved'));
  };
  const copy = async () => {
    const address = new URL(`/api/calendar.ics?level=${level}`, location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      announce(t('copied'));
    } catch {
      announce(t('notCopied', { address }));
    }
  };

  return (
    <section aria-labelledby="reminders" className={css.ways}>
      <h2 id="reminders">{t('remind')}</h2>
      {team && <OnScreen />}
      <Button icon={CalendarPlus} onClick={() => void save()}>
        {t('save')}
      </Button>
      <p>{t('saveHint')}</p>
      <Button icon={Link2} onClick={() => void copy()}>
        {t('subscribe')}
      </Button>
      <p>{t('subscribeHint')}</p>
    </section>
  );
};

/** What a team has to do is told on the phone's own screen as well, once the person allows it. */
const OnScreen = () => {
  const { t } = useTranslation('calendar');
  const [state, setState] = useState<NotifyState>(notifyState);
  return (
    <>
      <p>{t('remindHint')}</p>
      {state === 'ask' ? (
        <Button icon={Bell} onClick={() => void askToNotify().then(setState)}>
          {t('notify')}
        </Button>
      ) : (
        <p className={css.state}>
          <Bell aria-hidden size={20} />
          {t(({ on: 'notifyOn', blocked: 'notifyBlocked', none: 'notifyNone' } as const)[state])}
        </p>
      )}
    </>
  );
};
