import type { ExpressionBuilder } from 'kysely';
import type { PeriodSpan } from '#model/period.ts';
import type { ProvinceTables } from './schema.ts';

/** Units that stood on at least one day of the span. */
export const existingIn =
  ({ first, last }: PeriodSpan) =>
  (unit: ExpressionBuilder<ProvinceTables, 'unit'>) =>
    unit.and([unit('valid_from', '<=', last), unit.or([unit('valid_to', 'is', null), unit('valid_to', '>=', first)])]);
