import { useTranslation } from 'react-i18next';
import type { Access } from '#features/access/use-tokens.ts';
import type { AccessToken } from '#store/officer-pages.ts';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import css from './Access.module.css';

type Props = { token: AccessToken; access: Access; onDone: () => void; onClose: () => void };

/** What revoking does, before it is done: it cannot be undone. */
export const RevokeSheet = ({ token, access, onDone, onClose }: Props) => {
  const { t } = useTranslation(['access', 'common']);
  const revoke = async () => {
    if (!(await access.revoke(token.id))) return;
    onDone();
    onClose();
  };
  return (
    <Sheet open title={t('revokeTitle', { name: token.name })} onClose={onClose}>
      <p>{t('revokeAbout')}</p>
      {access.trouble && (
        <p role="alert" className={css.trouble}>
          {access.trouble}
        </p>
      )}
      <div className={css.two}>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button look="danger" aria-disabled={access.busy} onClick={() => void revoke()}>
          {access.busy ? t('revoking') : t('revoke')}
        </Button>
      </div>
    </Sheet>
  );
};
