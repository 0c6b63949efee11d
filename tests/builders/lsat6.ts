/** The response patterns of LSAT section 6 with their counts, 1 = right: Bock and Lieberman 1970, Psychometrika 35:179. */
const patterns: [string, number][] = [
  ['00000', 3],
  ['00001', 6],
  ['00010', 2],
  ['00011', 11],
  ['00100', 1],
  ['00101', 1],
  ['00110', 3],
  ['00111', 4],
  ['01000', 1],
  ['01001', 8],
  ['01011', 16],
  ['01101', 3],
  ['01110', 2],
  ['01111', 15],
  ['10000', 10],
  ['10001', 29],
  ['10010', 14],
  ['10011', 81],
  ['10100', 3],
  ['10101', 28],
  ['10110', 15],
  ['10111', 80],
  ['11000', 16],
  ['11001', 56],
  ['11010', 21],
  ['11011', 173],
  ['11100', 11],
  ['11101', 61],
  ['11110', 28],
  ['11111', 298],
]

/** The 1,000 persons × 5 items of LSAT-6. */
export function lsat6(): number[][] {
  return patterns.flatMap(([answers, count]) => Array.from({ length: count }, () => [...answers].map(Number)))
}

/** Published estimates under logit P = a(θ − b), θ ~ N(0, 1). */
export const lsat6References = {
  '2pl': {
    a: [0.825, 0.723, 0.89, 0.689, 0.657],
    b: [-3.36, -1.37, -0.28, -1.866, -3.124],
    logLikelihood: -2466.653,
  },
  'common-a': {
    a: [0.755, 0.755, 0.755, 0.755, 0.755],
    b: [-3.615, -1.322, -0.318, -1.73, -2.78],
    logLikelihood: -2466.938,
    eapByScore: [-1.91, -1.429, -0.941, -0.439, 0.084, 0.632],
  },
  rasch: { a: [1, 1, 1, 1, 1], b: [-2.872, -1.063, -0.258, -1.388, -2.219], logLikelihood: -2473.054 },
  alpha: 0.294997,
  alphaIfDropped: [0.2754, 0.2376, 0.2167, 0.2459, 0.2663],
}
