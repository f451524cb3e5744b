import type { Fault } from '#model/fault.ts';
import type { Role } from '#model/person.ts';
import { applyToRecord, writeOver, type EditableRecord, type Json, type RecordWrite } from '#model/record.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import { examineWrite } from '#model/record-examination.ts';
import { mobilePoint } from '#model/records/mobile-point.ts';
import { obstacle } from '#model/records/obstacle.ts';
import { defaultSettings } from '#model/settings.ts';
import type { UnitId } from '#model/unit.ts';
import { someone } from './people.ts';

type Doing = Omit<RecordWrite, 'type' | 'seen'>;

const levels = { '18124-02': 'village', '18124-03': 'village', '18124': 'commune', '42': 'province' } as const;

/** What is wrong with a write on 12/11/2026 to a record of `unit`. */
export const examined = (
  definition: RecordDefinition,
  doing: Doing,
  {
    role = 'villageMember',
    id = 5,
    unit,
    record,
  }: { role?: Role; id?: number; unit?: UnitId; record?: EditableRecord },
): Fault[] => {
  const person = someone(role, { id });
  const home = unit ?? record?.unit ?? person.unit;
  return examineWrite(definition, writeOver(record, { type: definition.type, ...doing }), {
    person,
    unit: { id: home, level: levels[home as keyof typeof levels] },
    record,
    today: '2026-11-12',
    settings: defaultSettings,
    closedPeriods: [],
  });
};

/** A record that several people write into, each having seen all of it. Seconds count from 8:00 on 5/11/2026. */
export const written = (definition: RecordDefinition, unit: UnitId) => {
  let record: EditableRecord | undefined;
  let seq = 0;
  const start = Date.parse('2026-11-05T08:00:00+07:00') / 1000;
  const book = {
    get record() {
      if (!record) throw new Error('Nothing is written yet');
      return record;
    },
    write: (doing: Doing, { by = 5, after = 0, name }: { by?: number; after?: number; name?: string } = {}) => {
      seq += 1;
      const id = record?.id ?? name;
      const body = writeOver(record, { type: definition.type, ...(id && { record: id }), ...doing });
      const operation = { device: 17, seq, at: start + after, unit, kind: 'record.write' as const, body };
      record = applyToRecord(record, operation, { by, receivedAt: null });
      return book;
    },
  };
  return book;
};

/** SIM cards in other people's names, six residents, raised by Hoa of Thôn 2 on 5/11 at 8:00. */
export const simObstacle = () =>
  written(obstacle, '18124-02').write({
    set: { kind: 'sim-khong-chinh-chu', asked: 'cong-an-xa', people: 6, text: '' },
  });

/** What is wrong with a write to that obstacle. */
export const raised = (doing: Doing, role: Role = 'villageMember', id = 5): Fault[] => {
  const { record } = simObstacle();
  return examined(obstacle, { record: record.id, ...doing }, { role, id, record });
};

export const pointInThon2 = {
  what: 'the-muc2',
  day: '2026-11-19',
  hours: { from: '07:30', to: '11:00' },
  place: 'Nhà văn hoá Thôn 2',
  capacity: 60,
  bring: 'Thẻ căn cước, điện thoại có SIM chính chủ',
  units: 'all',
} satisfies Record<string, Json>;

/** What is wrong with announcing that mobile point, but for some of it. */
export const announced = (but: Record<string, Json> = {}): Fault[] =>
  examined(mobilePoint, { set: { ...pointInThon2, ...but } }, { role: 'communeOfficer', unit: '18124' });
