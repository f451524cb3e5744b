import { spawnSync, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';

/** What a person reads in a .docx: its paragraphs, and its tables row by row. */
export type Read = { paragraphs: string[]; tables: string[][][] };

/** A .docx from the downloads, taken apart by a browser's reader of XML, which minds every sign that is out of place. */
export const readDocx = async (path: string, browser: Page): Promise<Read> => {
  const xml = strFromU8(unzipSync(new Uint8Array(await readFile(path)))['word/document.xml']!);
  return browser.evaluate((written) => {
    const body = new DOMParser().parseFromString(written, 'application/xml');
    if (body.querySelector('parsererror')) throw new Error('The document is no XML');
    const all = (of: Document | Element, name: string) => [...of.getElementsByTagName(name)];
    const text = (of: Element) =>
      all(of, 'w:t')
        .map((one) => one.textContent)
        .join('');
    return {
      paragraphs: all(body, 'w:p').map(text),
      tables: all(body, 'w:tbl').map((table) => all(table, 'w:tr').map((row) => all(row, 'w:tc').map(text))),
    };
  }, xml);
};

/** The rows of a sheet of an .xlsx, numbers as numbers. */
export const readXlsx = async (path: string, sheet: string): Promise<unknown[][]> => readSheet(path, sheet);

const has = (program: string, asked: string) => spawnSync(program, [asked], { timeout: 60_000 }).status === 0;
export const hasLibreOffice = has('soffice', '--version') && has('pdftotext', '-v');

/** The document as LibreOffice lays it out on paper, as text. */
export const textOnPaper = (path: string): string => {
  const folder = dirname(path);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path], {
    stdio: 'ignore',
    timeout: 120_000,
  });
  const page = join(folder, basename(path, '.docx'));
  execFileSync('pdftotext', ['-layout', `${page}.pdf`]);
  return readFileSync(`${page}.txt`, 'utf8');
};
