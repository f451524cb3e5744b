import { Ellipsis } from 'lucide-react';
import type { ObstacleKind } from '#model/records/obstacle.ts';
import { obstacleIcons } from './obstacle-icons.ts';

/** A kind of a newer app is drawn as "something else". */
export const KindIcon = ({ of, size = 22 }: { of: string; size?: number }) => {
  const Icon = obstacleIcons[of as ObstacleKind] ?? Ellipsis;
  return <Icon aria-hidden size={size} />;
};
