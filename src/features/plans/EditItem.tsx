import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeadlineWords } from '#features/plans/use-deadline-words.ts';
import { readDeadline } from '#model/deadline.ts';
import { bodyLimit, type PlanItem } from '#model/records/plan-item.ts';
import type { Json } from '#model/record.ts';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { TextField } from '#ui/TextField.tsx';
import css from './EditItem.module.css';

type Props = {
  item: PlanItem;
  trouble: string | undefined;
  onSave: (set: Record<string, Json>) => Promise<boolean>;
  onClose: () => void;
};

/** Who leads a task now and until when, when that is no longer what the plan said. */
export const EditItem = ({ item, trouble, onSave, onClose }: Props) => {
  const { t } = useTranslation(['plans', 'common']);
  const said = useDeadlineWords();
  // What nobody touched here is not written: a colleague may have changed it meanwhile.
  const [first] = useState({ ...item, words: said(item.deadline) });
  const [owner, setOwner] = useState(first.owner);
  const [coordinating, setCoordinating] = useState(first.coordinating);
  const [deadline, setDeadline] = useState(first.words);
  const [unread, setUnread] = useState(false);
  const save = async () => {
    const read = deadline === first.words ? first.deadline : readDeadline(deadline);
    setUnread(read === undefined);
    if (read === undefined || owner.trim() === '') return;
    const wanted = { owner: owner.trim(), coordinating: coordinating.trim(), deadline: read };
    const set = Object.fromEntries(
      Object.entries(wanted).filter(([field, value]) => value !== first[field as keyof typeof wanted]),
    );
    if (Object.keys(set).length === 0 || (await onSave(set))) onClose();
  };
  return (
    <Sheet open title={t('editTitle')} onClose={onClose}>
      <TextField
        label={t('owner')}
        hint={t('ownerHint')}
        value={owner}
        maxLength={bodyLimit}
        onChange={(event) => setOwner(event.target.value)}
      />
      <TextField
        label={t('helpedBy')}
        optional={t('common:optional')}
        value={coordinating}
        maxLength={500}
        onChange={(event) => setCoordinating(event.target.value)}
      />
      <TextField
        label={t('deadlineField')}
        hint={t('deadlineHint')}
        error={unread ? t('deadlineUnread', { said: deadline }) : undefined}
        value={deadline}
        onChange={(event) => setDeadline(event.target.value)}
      />
      {trouble && (
        <p role="alert" className={css.trouble}>
          {trouble}
        </p>
      )}
      <div className={css.ways}>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button look="strong" onClick={() => void save()}>
          {t('common:save')}
        </Button>
      </div>
    </Sheet>
  );
};
