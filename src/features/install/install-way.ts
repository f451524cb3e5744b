/** How this browser puts the app on the home screen. */
export type InstallWay =
  /** It offered to, and asks the person itself. */
  | 'prompt'
  /** By three taps of the person's own. */
  | 'iosSteps'
  /** Not at all: it is a window inside Zalo, Facebook and the like. */
  | 'inAppOnAndroid'
  | 'inAppOnIos'
  /** It is there already, or this browser has no home screen to offer. */
  | 'none';

type Browser = { userAgent: string; touchPoints: number; standalone: boolean; hasPrompt: boolean };

const insideAnotherApp = /\bZalo|FBAN|FBAV|FB_IAB|Instagram|MessengerLite|\bLine\/|TikTok|musical_ly|; wv\)/;

export const installWay = ({ userAgent, touchPoints, standalone, hasPrompt }: Browser): InstallWay => {
  if (standalone) return 'none';
  // An iPad says that it is a Mac; a Mac has no touch screen.
  const ios = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1);
  if (insideAnotherApp.test(userAgent)) return ios ? 'inAppOnIos' : 'inAppOnAndroid';
  if (ios) return 'iosSteps';
  return hasPrompt ? 'prompt' : 'none';
};

/** Opens this address in Chrome from a window inside another Android app. */
export const inChrome = ({ host, pathname, protocol }: Pick<Location, 'host' | 'pathname' | 'protocol'>): string =>
  `intent://${host}${pathname}#Intent;scheme=${protocol.replace(':', '')};package=com.android.chrome;end`;
