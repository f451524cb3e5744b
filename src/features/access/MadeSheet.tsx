import { Copy, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MadeToken } from '#store/officer-pages.ts';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { TextField } from '#ui/TextField.tsx';
import css from './Access.module.css';

/** The secret of a new token, the only time anybody sees it. */
export const MadeSheet = ({ made: { secret, token }, onClose }: { made: MadeToken; onClose: () => void }) => {
  const { t } = useTranslation('access');
  const [said, setSaid] = useState('');
  const first = token.scopes.includes('figures') ? 'figures' : 'periods';
  const example = `curl -H "Authorization: Bearer ${secret}" ${new URL(`/api/v1/${first}`, location.href).href}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      setSaid(t('copied'));
    } catch {
      setSaid(t('notCopied'));
    }
  };
  return (
    <Sheet open title={t('made', { name: token.name })} onClose={onClose}>
      <p className={css.once}>
        <TriangleAlert aria-hidden size={20} />
        <span>
          <b>{t('once')}</b> {t('onceHint')}
        </span>
      </p>
      <TextField
        label={t('secret')}
        className={css.secret}
        value={secret}
        readOnly
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <Button look="strong" icon={Copy} onClick={() => void copy()}>
        {t('copy')}
      </Button>
      <output aria-live="polite" className={css.said}>
        {said}
      </output>
      <details className={css.try}>
        <summary>{t('try')}</summary>
        <code>{example}</code>
      </details>
      <Button onClick={onClose}>{t('finish')}</Button>
    </Sheet>
  );
};
