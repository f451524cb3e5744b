import { Camera, Images, type LucideIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shrink, type Unusable } from '#features/photos/shrink.ts';
import { photoLimits } from '#model/photo.ts';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import css from './Photos.module.css';

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);

/** The camera, or a picture that is there already; what cannot be used is said, and the entry is as it was. */
export const AddPhoto = ({ onPicture }: { onPicture: (picture: HTMLCanvasElement) => void }) => {
  const { t } = useTranslation('photos');
  const format = useFormat();
  const [opening, setOpening] = useState(false);
  const [unusable, setUnusable] = useState<Unusable | null>(null);

  const take = async (file: File | undefined) => {
    if (!file) return;
    setUnusable(null);
    setOpening(true);
    const picture = await shrink(file);
    setOpening(false);
    if ('kind' in picture) setUnusable(picture);
    else onPicture(picture);
  };
  return (
    <div className={css.foot}>
      {unusable && (
        <p role="alert" className={css.refusal}>
          {unusable.kind === 'too-large'
            ? t('trouble.too-large', {
                size: format.number(megabytes(unusable.bytes)),
                most: format.number(megabytes(photoLimits.bytesTaken)),
              })
            : t('trouble.not-a-picture')}
        </p>
      )}
      <div className={css.ways}>
        <Pick look="strong" icon={Images} words={t('choose')} busy={opening} onFile={(file) => void take(file)} />
        <Pick
          look="primary"
          icon={Camera}
          words={t(opening ? 'opening' : 'take')}
          camera
          busy={opening}
          onFile={(file) => void take(file)}
        />
      </div>
    </div>
  );
};

type PickProps = {
  look: 'strong' | 'primary';
  icon: LucideIcon;
  words: string;
  camera?: boolean;
  busy: boolean;
  onFile: (file: File | undefined) => void;
};

const Pick = ({ look, icon, words, camera = false, busy, onFile }: PickProps) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look={look} icon={icon} disabled={busy} onClick={() => input.current?.click()}>
        {words}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        {...(camera && { capture: 'environment' as const })}
        onChange={({ target }) => {
          onFile(target.files?.[0]);
          // The same picture may be chosen again.
          target.value = '';
        }}
      />
    </>
  );
};
