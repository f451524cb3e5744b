import { Accessibility, Bug, Bus, CardSim, Ellipsis, FileX, Smartphone, WifiOff, type LucideIcon } from 'lucide-react';
import type { ObstacleKind } from '#model/records/obstacle.ts';

/** What a kind is drawn as. */
export const obstacleIcons: Record<ObstacleKind, LucideIcon> = {
  'thieu-dien-thoai': Smartphone,
  'sim-khong-chinh-chu': CardSim,
  'khong-co-song': WifiOff,
  'thong-tin-sai': FileX,
  'gia-yeu': Accessibility,
  'di-lam-xa': Bus,
  'vneid-loi': Bug,
  khac: Ellipsis,
};
