import { EyeOff, Grid3x3, Save, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureOf } from '#features/photos/shrink.ts';
import { useBrush, type Width } from '#features/photos/use-brush.ts';
import { useHands } from '#features/handbook.tsx';
import { addPhoto } from '#store/photos.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { useDirtyForm } from '#ui/dirty-forms.ts';
import { Sheet } from '#ui/Sheet.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import css from './Brush.module.css';

type Props = { entry: string; picture: HTMLCanvasElement; onClose: () => void };

const sizes: Width[] = ['small', 'large'];

/** Between the camera and the notebook: faces and papers are wiped out here, before anything is kept. */
export const Brush = ({ entry, picture, onClose }: Props) => {
  const { t } = useTranslation('photos');
  const { db, clock } = useHands();
  const announce = useAnnounce();
  const [tool, setTool] = useState<Width | 'squares'>('large');
  const canvas = useRef<HTMLCanvasElement>(null);
  const brush = useBrush(canvas, picture, tool === 'small' ? 'small' : 'large');
  const [asking, setAsking] = useState(false);
  const [saving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<'full' | 'blocked' | 'not-a-picture' | 'enough' | null>(null);
  useDirtyForm(true);

  const keep = async () => {
    setAsking(false);
    setSaving(true);
    setTrouble(null);
    const bytes = await pictureOf(canvas.current!);
    const kept = bytes ? await addPhoto(db, clock, entry, bytes) : ({ kind: 'not-a-picture' } as const);
    if (kept.kind === 'kept') {
      announce(t('brush.saved'));
      return onClose();
    }
    // What was wiped stays wiped, on the screen, until there is room.
    setSaving(false);
    setTrouble(kept.kind === 'not-stored' ? kept.why : kept.kind);
  };
  return (
    <div className={css.page}>
      <TopBar title={t('brush.title')} close={onClose} />
      <p className={css.how}>
        <EyeOff aria-hidden size={22} />
        <span>
          <b>{t('brush.how')}</b> {t('brush.why')}
        </span>
      </p>
      <div className={css.table}>
        <figure className={css.paper} aria-label={t('brush.canvas')}>
          <canvas
            ref={canvas}
            width={picture.width}
            height={picture.height}
            className={css.canvas}
            onPointerDown={brush.begin}
            onPointerMove={brush.go}
            onPointerUp={brush.end}
            onPointerCancel={brush.end}
          />
          {tool === 'squares' && (
            <fieldset className={css.squares} style={{ gridTemplateColumns: `repeat(${brush.columns}, 1fr)` }}>
              <legend className="visually-hidden">{t('brush.squaresHow')}</legend>
              {brush.squares.map(({ row, column, wiped, toggle }) => (
                <button
                  key={`${row}-${column}`}
                  type="button"
                  aria-pressed={wiped}
                  aria-label={t('brush.square', { row, column })}
                  onClick={toggle}
                />
              ))}
            </fieldset>
          )}
        </figure>
      </div>
      <div className={css.foot}>
        {trouble && (
          <p role="alert" className={css.trouble}>
            {trouble === 'enough' ? t('enough', { most: 6 }) : t(`trouble.${trouble}`)}
          </p>
        )}
        <div className={css.tools}>
          <fieldset className={css.sizes}>
            <legend className="visually-hidden">{t('brush.size')}</legend>
            {sizes.map((size) => (
              <button key={size} type="button" aria-pressed={size === tool} onClick={() => setTool(size)}>
                <i aria-hidden className={css[size]} />
                {t(`brush.${size}`)}
              </button>
            ))}
            <button type="button" aria-pressed={tool === 'squares'} onClick={() => setTool('squares')}>
              <Grid3x3 aria-hidden size={20} />
              {t('brush.squares')}
            </button>
          </fieldset>
          <Button icon={Undo2} className={css.undo} disabled={!brush.covered || saving} onClick={brush.undo}>
            {t('brush.undo')}
          </Button>
        </div>
        <Button
          look="primary"
          icon={Save}
          disabled={saving}
          onClick={() => (brush.covered ? void keep() : setAsking(true))}
        >
          {t(saving ? 'brush.saving' : 'brush.save')}
        </Button>
      </div>
      <Sheet open={asking} title={t('brush.askTitle')} onClose={() => setAsking(false)}>
        <p>{t('brush.ask')}</p>
        <Button look="primary" onClick={() => setAsking(false)}>
          {t('brush.cover')}
        </Button>
        <Button onClick={() => void keep()}>{t('brush.clear')}</Button>
      </Sheet>
    </div>
  );
};
