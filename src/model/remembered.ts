const most = 2_000;

/**
 * The same function, which works an answer out once. For pure functions of short texts asked about the same few days and
 * months thousands of times: reading a date takes longer than anything else an entry is held against.
 */
export const remembered = <Answer>(work: (asked: string) => Answer): ((asked: string) => Answer) => {
  const known = new Map<string, Answer>();
  return (asked) => {
    if (known.has(asked)) return known.get(asked) as Answer;
    const answer = work(asked);
    if (known.size >= most) known.clear();
    known.set(asked, answer);
    return answer;
  };
};
