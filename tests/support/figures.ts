import type { Dashboard } from '#protocol/dashboard.ts';
import type { EntriesPage, Figures, FiguresRow } from '#protocol/figures.ts';

const unit = { validFrom: '2025-07-01', validTo: null, mergedInto: [], demo: false };
type Unit = Figures['unit'];

export const haTinh: Unit = { ...unit, id: '42', name: 'Hà Tĩnh', type: 'tinh', level: 'province', parent: null };
export const communeOf = (id: string, name: string, type: 'xa' | 'phuong' = 'xa'): Unit => ({
  ...unit,
  id,
  name,
  type,
  level: 'commune',
  parent: '42',
});
export const villageOf = (commune: string, at: number, name = `Thôn ${at}`, demo = false): Unit => ({
  ...unit,
  id: `${commune}-${String(at).padStart(2, '0')}`,
  name,
  type: 'thon',
  level: 'village',
  parent: commune,
  demo,
});

/** Seconds, of a time in Vietnam on 10/11/2026 unless another day is said. */
export const at = (time: string, day = '2026-11-10'): number => Date.parse(`${day}T${time}:00+07:00`) / 1000;

/** A unit from which nothing came yet, until told otherwise. */
export const rowOf = (of: Unit, but: Partial<Omit<FiguresRow, 'unit'>> = {}): FiguresRow => ({
  unit: of,
  totals: {},
  closed: false,
  entries: 0,
  teamsReported: 0,
  teams: of.level === 'village' ? 1 : 0,
  lastReceivedAt: null,
  devicesSeenAt: null,
  devicesWaiting: 0,
  ...but,
});

const latest = (times: (number | null)[]) =>
  times.reduce((a, b) => (a === null || b === null ? (a ?? b) : Math.max(a, b)), null);

/** The answer about a unit, its own sums made of its rows as the province's are. */
export const figuresAbout = (of: Unit, rows: FiguresRow[], but: Partial<Figures> = {}): Figures => {
  const totals: Record<string, number> = {};
  for (const row of rows)
    for (const [measure, count] of Object.entries(row.totals)) totals[measure] = (totals[measure] ?? 0) + count;
  const sum = (count: (row: FiguresRow) => number) => rows.reduce((so, row) => so + count(row), 0);
  return {
    unit: of,
    period: '2026-11',
    first: '2026-10-15',
    last: '2026-11-14',
    closed: false,
    asOf: at('09:10'),
    totals,
    entries: sum(({ entries }) => entries),
    teamsReported: sum(({ teamsReported }) => teamsReported),
    teams: sum(({ teams }) => teams),
    lastReceivedAt: latest(rows.map(({ lastReceivedAt }) => lastReceivedAt)),
    devicesSeenAt: latest(rows.map(({ devicesSeenAt }) => devicesSeenAt)),
    devicesWaiting: sum(({ devicesWaiting }) => devicesWaiting),
    rows,
    ...but,
  };
};

/** The same with what it is held against: nothing, until told otherwise. The 27th of 31 days. */
export const dashboardAbout = (of: Unit, rows: FiguresRow[], but: Partial<Dashboard> = {}): Dashboard => ({
  ...figuresAbout(of, rows),
  day: 27,
  days: 31,
  sameDay: { period: '2026-10', totals: {}, rows: [] },
  before: { period: '2026-10', totals: {} },
  series: { days: [], current: {}, before: {} },
  closedBelow: rows.filter(({ closed }) => closed).length,
  obstacles: { open: 0, waitingHere: 0 },
  ...but,
});

type Entry = EntriesPage['entries'][number];

/** An entry of Thôn 2, Sơn Kim 1, by chị Hoa (person 5) on device 17. */
export const entryOf = (seq: number, counts: Record<string, number>, but: Partial<Entry> = {}): Entry => ({
  id: `17-${seq}`,
  unit: '18124-02',
  author: 5,
  revisions: [
    {
      content: { date: '2026-11-09', place: 'nha-van-hoa', channel: 'to-dan-pho', counts },
      device: 17,
      seq,
      at: at('20:00', '2026-11-09'),
      by: 5,
    },
  ],
  receivedAt: at('08:52'),
  ...but,
});

export const pageOfEntries = (of: Unit, entries: Entry[], but: Partial<EntriesPage> = {}): EntriesPage => ({
  unit: of,
  period: '2026-11',
  asOf: at('09:10'),
  people: [
    { id: 5, name: 'Nguyễn Thị Hoa' },
    { id: 6, name: 'Trần Văn Bình' },
  ],
  units: [villageOf('18124', 2)],
  entries,
  next: null,
  ...but,
});
