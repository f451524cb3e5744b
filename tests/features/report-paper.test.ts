import '../support/whole-bytes.ts';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { reportDocx } from '#features/report/docx.ts';
import { reportDocument } from '#model/report/document.ts';
import { november } from '../support/report-facts.ts';

const has = (program: string, asked: string) => spawnSync(program, [asked], { timeout: 60_000 }).status === 0;
const present = has('soffice', '--version') && has('pdftotext', '-v');
// Said plainly: without them nobody has seen the document on paper in this run.
if (!present) process.stderr.write('LibreOffice or pdftotext is not on this machine: the report was not rendered.\n');

describe.runIf(present)('the document on paper, as LibreOffice lays it out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'so-tay-06-paper-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('opens, has its words on the right pages, and numbers them from the second', async () => {
    const file = join(folder, 'report.docx');
    const document = await reportDocx(reportDocument(november, { texts: {} }));
    writeFileSync(file, new Uint8Array(await document.arrayBuffer()));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
      stdio: 'ignore',
      timeout: 120_000,
    });
    execFileSync('pdftotext', ['-layout', join(folder, 'report.pdf')]);
    const pages = readFileSync(join(folder, 'report.txt'), 'utf8').split('\f');
    const [first = '', second = ''] = pages;
    expect(first).toMatch(/ỦY BAN NHÂN DÂN\s+CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n/);
    expect(first).toContain('BÁO CÁO');
    expect(first.trim().split('\n')[0]).not.toMatch(/^\s*1\s*$/);
    expect(second.trim().split('\n')[0]?.trim()).toBe('2');
    const annexes = pages.filter((page) => page.includes('Phụ lục'));
    expect(annexes).toHaveLength(4);
    expect(annexes[0]).toMatch(/Lượt người được tuyên truyền\s+lượt\s+1\.204\s+1\.132\s+11\.870/);
    expect(annexes[1]).toMatch(/Cộng\s+31\s+1\.204\s+268/);
  });
});
