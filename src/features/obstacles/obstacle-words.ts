import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '#model/day.ts';
import type { FieldName, Json } from '#model/record.ts';
import { ageOf, isLate, whoseMove, type Obstacle } from '#model/records/obstacle.ts';
import type { Unit, UnitLevel } from '#model/unit.ts';
import { capital } from '#ui/capital.ts';
import { useFormat } from '#ui/format.ts';

/** A unit as this device knows it: its own and those above, or one from the province's page. */
export type Named = Pick<Unit, 'id' | 'name' | 'type' | 'demo' | 'level' | 'parent'>;

const byCommune = ['cong-an-xa', 'ubnd-xa'] as const;
type ByCommune = (typeof byCommune)[number];
const isByCommune = (asked: string): asked is ByCommune => (byCommune as readonly string[]).includes(asked);
type CommuneType = 'xa' | 'phuong' | 'dac-khu';

/** Obstacles, and who speaks about them, in the person's language. */
export const useObstacleWords = (units: readonly Named[]) => {
  const { t } = useTranslation(['obstacles', 'units', 'common']);
  const f = useFormat();
  return useMemo(() => {
    const find = (id: string | null | undefined) => units.find((unit) => unit.id === id);
    const said = ({ type, name, demo }: Named) => {
      const words = t(`units:${type}`, { name });
      return demo ? t('units:demo', { unit: words }) : words;
    };
    const communeOf = ({ unit }: Pick<Obstacle, 'unit'>) => find(find(unit)?.parent ?? unit.split('-')[0]);
    const village = ({ unit }: Pick<Obstacle, 'unit'>) => {
      const known = find(unit);
      return known ? said(known) : t('officer.villageUnknown', { unit });
    };
    const body = (asked: string, commune = units.find(({ level }) => level === 'commune')) =>
      isByCommune(asked)
        ? t(`body.${asked}`, { commune: t(`communeWord.${(commune?.type ?? 'xa') as CommuneType}`) })
        : t('body.tinh');
    const people = (count: number) => (count > 0 ? t('counted', { count }) : undefined);
    /** How long it has been in the way; of one that is solved, how long it was. */
    const age = (one: Obstacle, today: Day) => {
      const count = ageOf(one, today);
      if (one.solvedAt !== null) return count === 0 ? t('tookToday') : t('took', { count });
      return count === 0 ? t('ageToday') : t('age', { count });
    };
    return {
      kind: (code: string) => t(`kinds.${code as 'khac'}`, { defaultValue: code }),
      village,
      /** Whom a team asks, as it says it, without the commune's name. */
      body,
      /** Whom this one asks. */
      askedOf: (one: Obstacle) => body(one.asked, communeOf(one)),
      /** What a field holds, where two people wrote it differently. */
      field: (field: FieldName, value: Json): string => {
        if (field === 'solved') return t(value === true ? 'conflict.solved_true' : 'conflict.solved_false');
        if (field === 'passed')
          return value && typeof value === 'object' && 'deadline' in value
            ? t('conflict.passed', { day: f.day(String(value['deadline'])) })
            : t('conflict.notPassed');
        if (field === 'kind') return t(`kinds.${value as 'khac'}`);
        return typeof value === 'number' ? f.number(value) : String(value ?? '');
      },
      people,
      /** Below a thread's name: for how many, whom it was sent to, and for officers from where. */
      about: (one: Obstacle, today: Day, reader: UnitLevel) => {
        return [
          reader === 'village' ? undefined : village(one),
          people(one.people),
          t('sentTo', { body: body(one.asked, communeOf(one)) }),
          age(one, today),
        ]
          .filter(Boolean)
          .join(' · ');
      },
      /** Who says something in a thread, by name. */
      speaker: (from: UnitLevel, one: Pick<Obstacle, 'unit' | 'asked'>) => {
        if (from === 'village') return t('team', { village: village(one) });
        const unit = from === 'commune' ? communeOf(one) : units.find(({ level }) => level === 'province');
        if (!unit) return from === 'commune' ? t('communeWord.xa') : t('body.tinh');
        return from === 'commune' && isByCommune(one.asked)
          ? t(`bodyNamed.${one.asked}`, { commune: said(unit) })
          : capital(said(unit));
      },
      /** Whose move it is, and until when. */
      move: (one: Obstacle, today: Day) => {
        const whose = whoseMove(one);
        if (whose !== 'province' || !one.passed) return t(`move.${whose}`);
        return t(isLate(one, today) ? 'moveLate' : 'moveUntil', { day: f.day(one.passed.deadline) });
      },
      age,
    };
  }, [t, f, units]);
};

export type ObstacleWords = ReturnType<typeof useObstacleWords>;
