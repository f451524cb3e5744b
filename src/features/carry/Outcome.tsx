import { CheckCheck, CircleAlert, PackageCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TakingIn } from '#features/carry/use-taking-in.ts';
import type { Found } from '#features/handbook.tsx';
import { bundleName } from '#model/bundle-name.ts';
import css from './TakeIn.module.css';

/** What became of what came in, one sentence each. */
export const Outcome = ({ taking: { result } }: { taking: TakingIn }) => {
  const { t } = useTranslation('carry');
  const say = (found: Found): string[] => {
    switch (found.kind) {
      case 'taken':
      case 'again':
      case 'own':
        return [t(`found.${found.kind}`, { name: bundleName(found.id) })];
      case 'received': {
        const { received, refused } = found;
        if (received + refused === 0) return [t('found.receivedBefore')];
        return [
          ...(received > 0 ? [t('found.received', { count: received })] : []),
          ...(refused > 0 ? [t('found.refused', { count: refused })] : []),
        ];
      }
      case 'not-stored':
        return [t(`cannot.${found.why}`)];
      default:
        return [t(`found.${found.kind}`)];
    }
  };
  const wrong = (found: Found) =>
    ['not-stored', 'receipt-of-another', 'receipt-unreadable'].includes(found.kind) ||
    (found.kind === 'received' && found.refused > 0);

  const lines = (): { words: string; icon: typeof CheckCheck; look: string | undefined }[] => {
    if (result === undefined) return [];
    if (result === 'reading') return [{ words: t('takeIn.reading'), icon: PackageCheck, look: css.quiet }];
    if (result === 'not-loaded') return [{ words: t('cannot.not-loaded'), icon: CircleAlert, look: css.wrong }];
    const told = result.found.flatMap((found) =>
      say(found).map((words) => ({
        words,
        icon: wrong(found) ? CircleAlert : found.kind === 'received' ? CheckCheck : PackageCheck,
        look: wrong(found) ? css.wrong : css.well,
      })),
    );
    const { missing } = result;
    if (missing) told.push({ words: t('found.missing', missing), icon: CircleAlert, look: css.quiet });
    if (told.length === 0) told.push({ words: t('found.nothing'), icon: CircleAlert, look: css.wrong });
    return told;
  };

  return (
    <output className={css.outcome}>
      {lines().map(({ words, icon: Icon, look }) => (
        <span key={words} className={look}>
          <Icon aria-hidden size={20} />
          {words}
        </span>
      ))}
    </output>
  );
};
