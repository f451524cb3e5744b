const apps = [
  { name: 'Zalo', sign: /Zalo/i },
  { name: 'Facebook', sign: /FBAN|FBAV|FB_IAB/ },
  { name: 'Messenger', sign: /MessengerForiOS|Orca-Android/ },
  { name: 'TikTok', sign: /musical_ly|BytedanceWebview|TikTok/i },
];

/** The app whose built-in browser this is; its storage goes when the app cleans up. Undefined in a browser proper. */
export const inAppBrowser = (userAgent: string): string | undefined =>
  apps.find(({ sign }) => sign.test(userAgent))?.name;
