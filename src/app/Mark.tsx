/** The app's sign: a notebook's rule with a tick. */
export const Mark = () => (
  <svg width="36" height="36" viewBox="0 0 36 36" aria-hidden>
    <rect width="36" height="36" rx="9" fill="#F5B81C" />
    <path d="M7 25V14h22v11" fill="none" stroke="#14172B" strokeWidth="2.6" strokeLinecap="round" />
    <path
      d="m12 17 4.2 4.6L25 11"
      fill="none"
      stroke="#14172B"
      strokeWidth="3.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
