import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Address } from '#features/access/Address.tsx';
import { MadeSheet } from '#features/access/MadeSheet.tsx';
import { RevokeSheet } from '#features/access/RevokeSheet.tsx';
import { TokenForm } from '#features/access/TokenForm.tsx';
import { TokenLine } from '#features/access/TokenLine.tsx';
import { useAccess, useTokens } from '#features/access/use-tokens.ts';
import { useNow } from '#features/handbook.tsx';
import { Kept } from '#features/Kept.tsx';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { useSituation } from '#features/situation.ts';
import type { AccessToken, MadeToken, TokensPage } from '#store/officer-pages.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { Card } from '#ui/Card.tsx';
import { Empty } from '#ui/Empty.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import css from './Access.module.css';

const Tokens = ({ page, now }: { page: TokensPage; now: number }) => {
  const { t } = useTranslation('access');
  const announce = useAnnounce();
  const access = useAccess();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<MadeToken>();
  const [revoking, setRevoking] = useState<AccessToken>();
  return (
    <>
      <div className={css.ways}>
        <Button look="strong" icon={Plus} onClick={() => setMaking(true)}>
          {t('make')}
        </Button>
      </div>
      <h2 className={css.heading}>{t('list')}</h2>
      {page.tokens.length === 0 ? (
        <Empty icon={KeyRound}>{t('none')}</Empty>
      ) : (
        <Card as="ul">
          {page.tokens.map((token) => (
            <TokenLine key={token.id} token={token} now={now} onRevoke={() => setRevoking(token)} />
          ))}
        </Card>
      )}
      {making && (
        <TokenForm
          units={page.units}
          now={now}
          access={access}
          onMade={(token) => {
            setMaking(false);
            setMade(token);
          }}
          onClose={() => {
            access.forget();
            setMaking(false);
          }}
        />
      )}
      {made && <MadeSheet made={made} onClose={() => setMade(undefined)} />}
      {revoking && (
        <RevokeSheet
          token={revoking}
          access={access}
          onDone={() => announce(t('doneRevoke', { name: revoking.name }))}
          onClose={() => {
            access.forget();
            setRevoking(undefined);
          }}
        />
      )}
    </>
  );
};

/** Where officers of the province let other systems read, and stop them. */
const Access = () => {
  const { t } = useTranslation('access');
  const me = useSituation();
  const now = useNow();
  const page = useTokens();
  if (!me) return null;
  return (
    <>
      <TopBar title={t('title')} back="/cai-dat" />
      <div className={css.page}>
        <p className={css.about}>{t('about')}</p>
        <Address />
        {page.kind === 'shown' ? (
          <>
            <Kept trouble={page.trouble} asOf={page.body.asOf} now={now} />
            <Tokens page={page.body} now={now} />
          </>
        ) : (
          <NothingToShow page={page} />
        )}
      </div>
    </>
  );
};
export default Access;
