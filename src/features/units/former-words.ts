import { useTranslation } from 'react-i18next';
import { useUnitWords } from '#features/unit-words.ts';
import type { FormerUnit } from '#model/former-unit.ts';
import { lowered } from './lowered.ts';

/** A former name with what kind of unit it was, and its district where there was one. */
export const useFormerWords = (): ((former: FormerUnit) => string) => {
  const { t } = useTranslation('area');
  const words = useUnitWords();
  return ({ name, type, district }) => {
    const unit = type === 'thi-tran' ? t('thiTran', { name }) : words.said({ name, type, demo: false });
    return district === '' ? unit : t('formerOf', { unit, district: lowered(district) });
  };
};
