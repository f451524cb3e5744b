import { describe, expect, test } from 'vitest';
import { calendarFile } from '#model/calendar-file.ts';
import { holidaysBetween, holidaySpans, reportingDates } from '#model/calendar.ts';
import { icsOf } from '#model/ics.ts';
import { defaultSettings } from '#model/settings.ts';
import words from '../../locales/vi/calendar.json' with { type: 'json' };

const due = (...asked: Parameters<typeof reportingDates>) =>
  reportingDates(...asked).map(({ flag, handIn }) => [flag.step, flag.due, handIn]);

describe('the reporting days of a month', () => {
  test('are 14, 15, 20 and 21 for those who meet them: "before 22" is the 21st', () => {
    expect(due('village', '2026-10-01', '2026-10-31', defaultSettings)).toEqual([
      ['villageToCommune', '2026-10-14', '2026-10-14'],
    ]);
    expect(due('commune', '2026-10-01', '2026-10-31', defaultSettings)).toEqual([
      ['villageToCommune', '2026-10-14', '2026-10-14'],
      ['communeToProvince', '2026-10-15', '2026-10-15'],
    ]);
    expect(due('province', '2026-10-01', '2026-10-31', defaultSettings)).toEqual([
      ['communeToProvince', '2026-10-15', '2026-10-15'],
      ['provinceConsolidates', '2026-10-20', '2026-10-20'],
      ['provinceToOffice', '2026-10-21', '2026-10-21'],
    ]);
  });

  test('in the month of Tết the figures are handed in before offices close, though the day stays the day', () => {
    expect(due('province', '2026-02-01', '2026-02-28', defaultSettings)).toEqual([
      ['communeToProvince', '2026-02-15', '2026-02-13'],
      ['provinceConsolidates', '2026-02-20', '2026-02-13'],
      ['provinceToOffice', '2026-02-21', '2026-02-13'],
    ]);
    expect(holidaysBetween('2026-02-01', '2026-02-28')).toHaveLength(5);
  });

  test('a holiday of several days is one, and is expected as long as one of its days is', () => {
    expect(holidaySpans(holidaysBetween('2027-02-01', '2027-02-28'))).toEqual([
      { key: 'tet-nguyen-dan', first: '2027-02-05', last: '2027-02-09', decided: false },
      { key: 'nghi-bu', first: '2027-02-10', last: '2027-02-11', decided: false },
    ]);
    expect(holidaySpans(holidaysBetween('2026-04-01', '2026-05-31')).map(({ key }) => key)).toContain('chien-thang');
    expect(holidaySpans([])).toEqual([]);
  });

  test('follow the province’s setting: "before 15" and calendar months, reported in the month after', () => {
    const settings = {
      periodKind: 'calendarMonth',
      reportingDays: { ...defaultSettings.reportingDays, communeToProvince: { day: 15, rule: 'before' } },
    } as const;
    const [first] = reportingDates('province', '2026-10-01', '2026-10-31', settings);
    expect(first).toMatchObject({ flag: { period: '2026-09', due: '2026-10-14' } });
  });
});

const unfolded = (file: string) => file.replace(/\r\n /g, '').split('\r\n');

describe('a calendar file', () => {
  const said = (key: string, params: Record<string, string> = {}) =>
    `${key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], words) as string}`.replace(
      /\{\{(\w+)\}\}/g,
      (_, name: string) => params[name]!,
    );
  const noon = Date.parse('2026-11-12T05:00:00Z');
  const file = calendarFile('village', defaultSettings, noon, said);

  test('has the reporting days to come, with their reminder, and the holidays', () => {
    const lines = unfolded(file);
    const at = lines.indexOf('UID:villageToCommune-2026-11@so-tay-06');
    expect(lines.slice(at - 1, at + 6)).toEqual([
      'BEGIN:VEVENT',
      'UID:villageToCommune-2026-11@so-tay-06',
      'DTSTAMP:20261112T050000Z',
      'DTSTART;VALUE=DATE:20261113',
      'DTEND;VALUE=DATE:20261114',
      'SUMMARY:Gửi số liệu tháng 11/2026 cho xã',
      'DESCRIPTION:Hạn 14/11 rơi vào ngày nghỉ. Nên gửi trong ngày 13/11.',
    ]);
    expect(lines).toContain('DTSTART;VALUE=DATE:20270206');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT').length).toBe(
      lines.filter((line) => line === 'END:VEVENT').length,
    );
  });

  test('is the same for everybody of a level, and names nobody', () => {
    expect(calendarFile('village', defaultSettings, noon, said)).toBe(file);
    expect(file).not.toMatch(/18124|Thôn|ORGANIZER|ATTENDEE/);
  });

  test('breaks no line above 75 bytes, and no letter in two', () => {
    const encoder = new TextEncoder();
    const title = 'Hội nghị; sơ kết, Đề án 06 \\ '.repeat(9) + '🌾\n2';
    const text = icsOf('Lịch', [{ uid: '1', day: '2026-11-14', title, text: '' }], noon);
    for (const line of text.split('\r\n')) expect(encoder.encode(line).length).toBeLessThanOrEqual(75);
    const summary = unfolded(text).find((line) => line.startsWith('SUMMARY:'))!;
    expect(
      summary
        .slice(8)
        .replace(/\\n/g, '\n')
        .replace(/\\([\\;,])/g, '$1'),
    ).toBe(title);
  });
});
