import { useSyncExternalStore } from 'react';

/** How a person wants to read. Theirs on this phone, kept across sign-out; nothing about work is in it. */
export type Preferences = {
  textSize: '100' | '115' | '130';
  /** `auto` follows the phone: sang by day, toi when the system is dark. */
  mode: 'auto' | 'sang' | 'nang' | 'toi';
  language: 'vi' | 'en';
};

const usual: Preferences = { textSize: '100', mode: 'auto', language: 'vi' };
const allowed: { [Name in keyof Preferences]: readonly Preferences[Name][] } = {
  textSize: ['100', '115', '130'],
  mode: ['auto', 'sang', 'nang', 'toi'],
  language: ['vi', 'en'],
};
const place = 'so-tay-06.preferences';

// localStorage can be forbidden (private mode, a policy): the choice then lasts as long as the page.
const stored = (): Partial<Record<keyof Preferences, unknown>> => {
  try {
    return (JSON.parse(localStorage.getItem(place) ?? '{}') as object | null) ?? {};
  } catch {
    return {};
  }
};

const read = (): Preferences => {
  const found = stored();
  const pick = <Name extends keyof Preferences>(name: Name): Preferences[Name] =>
    allowed[name].find((value) => value === found[name]) ?? usual[name];
  return { textSize: pick('textSize'), mode: pick('mode'), language: pick('language') };
};

let current = read();
const listeners = new Set<() => void>();

const systemDark = () => (typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined);

const groundOf: Record<'sang' | 'nang' | 'toi', string> = { sang: '#17215a', nang: '#060d3a', toi: '#1b2350' };

/** Puts the preferences on <html>. Called before the first paint, and again on every change. */
export const applyPreferences = (): void => {
  const root = document.documentElement;
  const mode = current.mode === 'auto' ? (systemDark()?.matches ? 'toi' : 'sang') : current.mode;
  root.dataset['mode'] = mode;
  root.lang = current.language;
  root.style.fontSize = `${current.textSize}%`;
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', groundOf[mode]);
};

systemDark()?.addEventListener?.('change', applyPreferences);

export const preferences = (): Preferences => current;

export const prefer = (wish: Partial<Preferences>): void => {
  current = { ...current, ...wish };
  try {
    localStorage.setItem(place, JSON.stringify(current));
  } catch {
    // See above: it then lasts as long as the page.
  }
  applyPreferences();
  for (const listener of listeners) listener();
};

/** Tells of every change; returns how to stop. */
export const whenPreferred = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const usePreferences = (): Preferences => useSyncExternalStore(whenPreferred, preferences);
