import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import css from './Tabs.module.css';

type Props<Key extends string> = {
  label: string;
  /** `count`: how many things lie there. */
  tabs: readonly { key: Key; label: string; count?: number }[];
  value: Key;
  onChange: (key: Key) => void;
  children: ReactNode;
};

/** Two or three views of the same thing; arrows move between them. */
export const Tabs = <Key extends string>({ label, tabs, value, onChange, children }: Props<Key>) => {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = (tabs.findIndex(({ key }) => key === value) + step + tabs.length) % tabs.length;
    onChange(tabs[at]!.key);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={label} tabIndex={-1} className={css.tabs} ref={list} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            aria-selected={tab.key === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === value ? 0 : -1}
            className={css.tab}
            onClick={() => onChange(tab.key)}
          >
            {tab.label}
            {tab.count !== undefined && (
              <>
                {' '}
                <span className={css.count}>{tab.count}</span>
              </>
            )}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`}>
        {children}
      </div>
    </>
  );
};
