import { ChevronDown, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUnitWords } from '#features/unit-words.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import { useFormat } from '#ui/format.ts';
import { placeOf } from './addresses.ts';
import type { Tree } from './tree.ts';
import type { Heard } from './heard.ts';
import css from './UnitTree.module.css';

type Props = { tree: Tree; chosen: UnitId; heard: Heard; now: number };

/** The units of the area below each other, with what was heard of each; the chosen one's line is open. */
export const UnitTree = ({ tree, chosen, heard, now }: Props) => {
  const { t } = useTranslation('area');
  const around = tree.byId.get(chosen);
  const line = [tree.root.id, chosen, around?.parent ?? tree.root.id];
  const [opened, setOpened] = useState<ReadonlyMap<UnitId, boolean>>(new Map());
  const isOpen = (id: UnitId) => opened.get(id) ?? line.includes(id);
  const toggle = (id: UnitId) => setOpened(new Map([...opened, [id, !isOpen(id)]]));
  const nav = useRef<HTMLElement>(null);
  // The tree scrolls by itself on a desk: what is open stays in sight.
  useEffect(() => {
    const row = nav.current?.querySelector(`[href="${placeOf(chosen)}"]`);
    const { top = 0, bottom = 0 } = row?.getBoundingClientRect() ?? {};
    if (top < 0 || bottom > window.innerHeight) row?.scrollIntoView?.({ block: 'center' });
  }, [chosen]);
  return (
    <nav ref={nav} aria-label={t('treeLabel')}>
      <p className={css.head}>
        <span>{t('columnUnit')}</span>
        <span>{t('columnHeard')}</span>
      </p>
      <ul className={css.list}>
        <Branch unit={tree.root} depth={0} {...{ tree, chosen, heard, now, isOpen, toggle }} />
      </ul>
    </nav>
  );
};

type BranchProps = Props & {
  unit: Unit;
  depth: number;
  isOpen: (id: UnitId) => boolean;
  toggle: (id: UnitId) => void;
};

const Branch = ({ unit, depth, ...rest }: BranchProps) => {
  const { t } = useTranslation('area');
  const words = useUnitWords();
  const f = useFormat();
  const { tree, chosen, heard, now, isOpen, toggle } = rest;
  const children = tree.below.get(unit.id) ?? [];
  const open = isOpen(unit.id) && children.length > 0;
  const name = words.heading(unit);
  const said = heard.get(unit.id);
  const Arrow = open ? ChevronDown : ChevronRight;
  return (
    <li>
      <div className={[css.row, css[`depth${depth}`], unit.id === chosen ? css.chosen : ''].filter(Boolean).join(' ')}>
        {children.length > 0 ? (
          <button
            type="button"
            className={css.toggle}
            aria-expanded={open}
            aria-label={t(open ? 'close' : 'open', { name })}
            onClick={() => toggle(unit.id)}
          >
            <Arrow aria-hidden size={18} />
          </button>
        ) : (
          <span className={css.toggle} />
        )}
        <Link to={placeOf(unit.id)} aria-current={unit.id === chosen ? 'page' : undefined}>
          {name}
        </Link>
        {said?.kind === 'teams' && (
          <span className={css.heard} title={t('teamsTitle', said)}>
            {t('teamsOf', said)}
          </span>
        )}
        {said?.kind === 'last' && (
          <span className={css.heard}>{said.at === null ? t('neverHeard') : f.instant(said.at * 1000, now)}</span>
        )}
      </div>
      {open && (
        <ul className={css.list}>
          {children.map((child) => (
            <Branch key={child.id} {...rest} unit={child} depth={depth + 1} />
          ))}
        </ul>
      )}
    </li>
  );
};
