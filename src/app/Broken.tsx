import { Component, type ReactNode } from 'react';
import { Translation } from 'react-i18next';
import { whyNotStored } from '#store/not-stored.ts';
import { Button } from '#ui/Button.tsx';
import css from './Broken.module.css';

type State = { error: Error | null };

/** A plain sentence instead of a white page, whatever went wrong below it. */
export class Broken extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    const why = whyNotStored(error);
    return (
      <Translation ns="common">
        {(t) => (
          <main className={css.broken}>
            <h1>{t('appName')}</h1>
            <p role="alert">{t(why ? `broken_${why}` : 'broken')}</p>
            <Button look="primary" onClick={() => window.location.reload()}>
              {t('reload')}
            </Button>
            <small>{`${error.name}: ${error.message}`.slice(0, 200)}</small>
          </main>
        )}
      </Translation>
    );
  }
}
