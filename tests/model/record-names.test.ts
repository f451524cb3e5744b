import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordDefinitions } from '#model/records/all.ts';
import { chalkboard, writtenOn } from '../support/chalkboard.ts';

const everyObjectHas = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

describe('what every object has by itself is no field and no list of any record', () => {
  test.each([chalkboard, ...recordDefinitions].map((definition) => [definition.type, definition] as const))(
    '%s refuses such a name and does not fall over it',
    (_type, definition) => {
      fc.assert(
        fc.property(fc.constantFrom(...everyObjectHas), fc.jsonValue(), (field, value) => {
          const named = Object.fromEntries([[field, value]]) as Record<string, never>;
          const { name: _, ...whatever } = definition;
          for (const write of [{ set: named }, { add: named }])
            expect(writtenOn(whatever, { record: '17-1', ...write })[0]?.code).toBe('record-malformed');
        }),
      );
    },
  );
});
