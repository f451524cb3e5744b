import {
  BellRing,
  CalendarDays,
  FileText,
  ChartColumn,
  Inbox,
  LayoutDashboard,
  ListChecks,
  MapPinned,
  Map as MapIcon,
  Megaphone,
  MessageCircleWarning,
  BookOpenText,
  ScrollText,
  Target,
  Users,
} from 'lucide-react';

/** What officers have on a desk beside each other, and on a phone partly through the More menu. */
export const officerPlaces = [
  { to: '/', key: 'overview', icon: LayoutDashboard },
  { to: '/dia-ban', key: 'units', icon: MapIcon },
  { to: '/bao-cao', key: 'reports', icon: FileText },
  { to: '/viec', key: 'tasks', icon: ListChecks },
  { to: '/chi-tieu', key: 'targets', icon: Target },
  { to: '/phan-tich', key: 'analysis', icon: ChartColumn },
  { to: '/don-doc', key: 'urging', icon: BellRing },
  { to: '/vuong-mac', key: 'obstacles', icon: MessageCircleWarning },
  { to: '/luu-dong', key: 'mobilePoints', icon: MapPinned },
  { to: '/thong-bao', key: 'announcements', icon: Megaphone },
  { to: '/huong-dan', key: 'guide', icon: BookOpenText },
  { to: '/nguoi-va-may', key: 'devices', icon: Users },
  { to: '/hop-cho', key: 'holdingBox', icon: Inbox },
  { to: '/nhat-ky-he-thong', key: 'audit', icon: ScrollText },
  { to: '/lich', key: 'calendar', icon: CalendarDays },
] as const;

export type OfficerPlace = (typeof officerPlaces)[number];
