import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shareTarget } from '#app/shared-in.ts';

type Picture = { src: string; sizes: string; type: string; purpose?: string; form_factor?: string; label?: string };
type Manifest = Record<string, unknown> & {
  icons: Picture[];
  screenshots: Picture[];
  shortcuts: { name: string; url: string; icons: Picture[] }[];
};

const manifest = JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8')) as Manifest;

/** Width and height as the PNG file itself says. */
const sizeOf = (png: string): string => {
  const bytes = readFileSync(png);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
};

test('the manifest says all that a phone wants to know before it installs', () => {
  const said = ['id', 'name', 'short_name', 'description', 'start_url', 'scope', 'theme_color', 'categories'];
  expect(said.filter((member) => !manifest[member])).toEqual([]);
  expect(manifest).toMatchObject({ lang: 'vi', display: 'standalone' });
  expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(
    expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable', '512x512 monochrome']),
  );
});

test('every picture is there, in the size that the manifest promises', () => {
  const pictures = [...manifest.icons, ...manifest.screenshots, ...manifest.shortcuts.flatMap(({ icons }) => icons)];
  expect(pictures.length).toBeGreaterThan(6);
  for (const { src, sizes } of pictures) expect(`${src} ${sizeOf(`public${src}`)}`).toBe(`${src} ${sizes}`);
});

test('before it installs, a person sees the app on a phone and on a desk', () => {
  expect(manifest.screenshots.map(({ form_factor }) => form_factor)).toEqual(['narrow', 'narrow', 'wide']);
  expect(manifest.screenshots.filter(({ label }) => !label)).toEqual([]);
});

test('the page names the manifest, an icon for the tab and one for the iPhone, and they exist', () => {
  const page = readFileSync('index.html', 'utf8');
  const isThere = (rel: string) => {
    const [, href] = new RegExp(`<link rel="${rel}"[^>]*href="([^"]+)"`).exec(page) ?? [];
    return href !== undefined && existsSync(`public${href}`);
  };
  expect(['manifest', 'icon', 'apple-touch-icon'].filter((rel) => !isThere(rel))).toEqual([]);
});

test('T3: files and photos of codes can be shared with the app, to an address its service worker answers', () => {
  expect(manifest).toMatchObject({
    share_target: { action: shareTarget, method: 'POST', enctype: 'multipart/form-data' },
  });
  expect(JSON.stringify(manifest['share_target'])).toMatch(/text\/plain.*image\/png.*image\/jpeg/);
});
