import { FileUp, GitMerge, PencilLine, Plus, SquareX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Situation } from '#features/situation.ts';
import { levelOfRole } from '#model/person.ts';
import type { UnitProfile, UnitsPage } from '#store/officer-pages.ts';
import { Button } from '#ui/Button.tsx';
import { placeOfReorganising } from './addresses.ts';
import { AddVillageSheet } from './AddVillageSheet.tsx';
import { EndSheet } from './EndSheet.tsx';
import { ImportSheet } from './ImportSheet.tsx';
import { RenameSheet } from './RenameSheet.tsx';
import css from './Manage.module.css';

type Props = { me: Situation; profile: UnitProfile; page: UnitsPage; now: number };
type Open = 'add' | 'import' | 'rename' | 'end';

/** What this officer may do to the unit: the own unit is its superior's to change, and one that is gone is nobody's. */
export const Manage = ({ me, profile, page, now }: Props) => {
  const { t } = useTranslation('area');
  const [open, setOpen] = useState<Open>();
  const { unit } = profile;
  const ofProvince = levelOfRole[me.person.role] === 'province';
  const changeable = unit.level === 'village' || (unit.level === 'commune' && ofProvince);
  if (unit.validTo !== null || unit.level === 'province') return null;
  const close = () => setOpen(undefined);
  return (
    <section className={css.manage} aria-labelledby="manage">
      <h2 id="manage">{t('manageTitle')}</h2>
      <ul>
        {unit.level === 'commune' && (
          <>
            <li>
              <Button icon={Plus} onClick={() => setOpen('add')}>
                {t('add')}
              </Button>
            </li>
            <li>
              <Button icon={FileUp} onClick={() => setOpen('import')}>
                {t('importFile')}
              </Button>
            </li>
          </>
        )}
        {changeable && (
          <>
            <li>
              <Button icon={PencilLine} onClick={() => setOpen('rename')}>
                {t('rename')}
              </Button>
            </li>
            <li>
              <Link to={placeOfReorganising(unit.id)} className={css.link}>
                <GitMerge aria-hidden size={20} />
                {t('reorganise')}
              </Link>
            </li>
          </>
        )}
        {unit.level === 'village' && (
          <li>
            <Button icon={SquareX} onClick={() => setOpen('end')}>
              {t('end')}
            </Button>
          </li>
        )}
      </ul>
      <p className={css.quiet}>{t('manageAbout')}</p>
      {open === 'add' && <AddVillageSheet commune={unit} now={now} onClose={close} />}
      {open === 'import' && <ImportSheet page={page} now={now} onClose={close} />}
      {open === 'rename' && <RenameSheet unit={unit} onClose={close} />}
      {open === 'end' && <EndSheet unit={unit} now={now} onClose={close} />}
    </section>
  );
};
