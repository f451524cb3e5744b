const degrees = Math.PI / 180;
const vietnamAheadOfUtc = 7 / 24;

/** The instant of a new moon as a Julian day (UT): J. Meeus, Astronomical Algorithms, chapter 49, its larger terms. */
const newMoon = (k: number): number => {
  const T = k / 1236.85;
  const E = 1 - 0.002516 * T;
  const M = (2.5534 + 29.1053567 * k) * degrees;
  const m = (201.5643 + 385.81693528 * k + 0.0107582 * T * T) * degrees;
  const F = (160.7108 + 390.67050284 * k - 0.0016118 * T * T) * degrees;
  const node = (124.7746 - 1.56375588 * k) * degrees;
  const deltaT = 75 / 86_400;
  return (
    2_451_550.09766 +
    29.530588861 * k +
    0.00015437 * T * T -
    0.4072 * Math.sin(m) +
    0.17241 * E * Math.sin(M) +
    0.01608 * Math.sin(2 * m) +
    0.01039 * Math.sin(2 * F) +
    0.00739 * E * Math.sin(m - M) -
    0.00514 * E * Math.sin(m + M) +
    0.00208 * E * E * Math.sin(2 * M) -
    0.00111 * Math.sin(m - 2 * F) -
    0.00057 * Math.sin(m + 2 * F) +
    0.00056 * E * Math.sin(2 * m + M) -
    0.00042 * Math.sin(3 * m) +
    0.00042 * E * Math.sin(M + 2 * F) +
    0.00038 * E * Math.sin(M - 2 * F) -
    0.00024 * E * Math.sin(2 * m - M) -
    0.00017 * Math.sin(node) -
    deltaT
  );
};

/** The day in Vietnam of the new moon nearest to an instant in milliseconds: the first day of a lunar month. */
export const newMoonNear = (instant: number): string => {
  const k = Math.round((instant / 86_400_000 + 2_440_587.5 - 2_451_550.1) / 29.530588861);
  const day = newMoon(k) + vietnamAheadOfUtc - 2_440_587.5;
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
};
