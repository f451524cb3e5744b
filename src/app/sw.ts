import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { keepShared, shareTarget } from '#app/shared-in.ts';
import { outboxWakeUp, type ToPage, type ToWorker } from '#app/worker-words.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };
declare global {
  // Not in the compiler's library: only Chromium has it.
  interface ServiceWorkerGlobalScopeEventMap {
    sync: ExtendableEvent & { readonly tag: string };
  }
}

// The whole app stands on the phone: a place never opened before opens without a signal. Nothing of /api is kept here.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
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
  if ((event.data as ToWorker | undefined)?.type === 'SKIP_WAITING') void self.skipWaiting();
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
