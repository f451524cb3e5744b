import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { createDesk } from '#app/desk-files.ts';
import { keepShared, shareTarget } from '#app/shared-in.ts';
import { outboxWakeUp, type ToPage, type ToWorker } from '#app/worker-words.ts';

/** What the build lists: everything the app consists of. */
type Listed = { url: string; revision: string | null; officers?: true };
declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: Listed[] };
declare global {
  // Not in the compiler's library: only Chromium has it.
  interface ServiceWorkerGlobalScopeEventMap {
    sync: ExtendableEvent & { readonly tag: string };
  }
}

// The whole app stands on the phone: a place never opened before opens without a signal. Nothing of /api is kept here.
const app = self.__WB_MANIFEST as Listed[];
precacheAndRoute(app.filter(({ officers }) => !officers));
cleanupOutdatedCaches();

// An officer's device keeps the officers' places too, from its first visit to one of them on.
const desk = createDesk(app.flatMap(({ url, officers }) => (officers ? [`/${url}`] : [])));
self.addEventListener('install', (event) => event.waitUntil(desk.renew()));
self.addEventListener('activate', (event) => event.waitUntil(desk.tidy()));
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && desk.holds(url.pathname),
  ({ request }) => desk.answer(request),
);
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api(\/|$)/, /\.\w+$/] }));

// What another app shares waits on a shelf until the page takes it in: the page may have to ask for a PIN first.
registerRoute(
  ({ url }) => url.pathname === shareTarget,
  async ({ request }) => {
    await keepShared(await request.formData());
    return Response.redirect('/nhan-ho', 303);
  },
  'POST',
);

// The first page is served from here at once, so that its next chunk is there when the signal goes.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// A new version waits until the page says that nothing is being typed or sent.
self.addEventListener('message', (event) => {
  const said = (event.data as ToWorker | undefined)?.type;
  if (said === 'SKIP_WAITING') void self.skipWaiting();
  if (said === 'OFFICER') event.waitUntil(desk.keep());
});

const wakePages = async () => {
  const pages = await self.clients.matchAll({ type: 'window' });
  for (const page of pages) page.postMessage({ type: 'wake' } satisfies ToPage);
};

self.addEventListener('sync', (event) => {
  if (event.tag === outboxWakeUp) event.waitUntil(wakePages());
});

const openTasks = async () => {
  const [page] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (page) await page.focus();
  else await self.clients.openWindow('/viec');
};

// What is due was told on the phone's screen: a page that is open may hold something half typed, and is only shown.
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openTasks());
});
