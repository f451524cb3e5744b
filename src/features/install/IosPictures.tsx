import type { ReactNode } from 'react';

const Phone = ({ children }: { children: ReactNode }) => (
  <svg viewBox="0 0 96 96" fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" aria-hidden>
    {children}
  </svg>
);

const Lines = ({ from }: { from: number }) => (
  <g data-part="line">
    <path d={`M14 ${from}h68M14 ${from + 12}h50`} stroke="currentColor" />
  </g>
);

const Ring = ({ x, y }: { x: number; y: number }) => (
  <g data-part="here">
    <circle cx={x} cy={y} r="15" stroke="currentColor" strokeWidth="4" />
  </g>
);

/** The bar below the page, with the box and its arrow. */
export const PictureShare = () => (
  <Phone>
    <Lines from={18} />
    <g data-part="line">
      <path d="M0 62h96" stroke="currentColor" />
    </g>
    <path d="M42 76h-3v12h18V76h-3M48 82V68m-5 5 5-5 5 5" strokeLinejoin="round" />
    <Ring x={48} y={78} />
  </Phone>
);

/** The list that opens, at the line with a plus in a box. */
export const PictureMenu = () => (
  <Phone>
    <Lines from={14} />
    <g data-part="line">
      <path d="M0 40h96M14 78h44" stroke="currentColor" />
    </g>
    <path d="M14 58h40" />
    <rect x="69" y="51" width="15" height="15" rx="4" />
    <path d="M76.5 55v7M73 58.5h7" />
    <Ring x={76.5} y={58.5} />
  </Phone>
);

/** The card that asks for a name, with the word to tap at its upper right. */
export const PictureAdd = () => (
  <Phone>
    <g data-part="line">
      <path d="M0 34h96M44 60h36M44 72h24" stroke="currentColor" />
    </g>
    <rect x="14" y="50" width="22" height="28" rx="5" />
    <path d="m20 64 4 4 7-9" strokeLinejoin="round" />
    <path d="M66 18h18" strokeWidth="6" />
    <Ring x={75} y={18} />
  </Phone>
);
