import { Lock } from 'lucide-react';
import { Link } from 'react-router';
import { Empty } from '#ui/Empty.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import css from './MayNot.module.css';

/** Why there is no form here, and where to go instead. */
export const MayNot = ({ title, words, to, go }: { title: string; words: string; to: string; go: string }) => (
  <>
    <TopBar title={title} back={to} />
    <Empty
      icon={Lock}
      action={
        <Link to={to} className={css.way}>
          {go}
        </Link>
      }
    >
      {words}
    </Empty>
  </>
);
