/** Two samples of times, and how likely chance alone would set them so far apart. */
export type Comparison = {
  medians: [number, number]
  means: [number, number]
  /** Two-sided p of the Mann-Whitney U test, which asks about ranks and does not mind outliers. */
  mannWhitney: number
  /** Two-sided p of Welch's t-test, which asks about means. */
  welch: number
}

/** Compares two large samples; both tests use the normal approximation. */
export function compare(one: number[], other: number[]): Comparison {
  return {
    medians: [median(one), median(other)],
    means: [mean(one), mean(other)],
    mannWhitney: twoSided(rankScore(one, other)),
    welch: twoSided((mean(one) - mean(other)) / Math.sqrt(variance(one) / one.length + variance(other) / other.length)),
  }
}

const mean = (sample: number[]) => sample.reduce((sum, value) => sum + value, 0) / sample.length
const median = (sample: number[]) => [...sample].sort((a, b) => a - b)[sample.length >> 1] as number

function variance(sample: number[]): number {
  const middle = mean(sample)
  return sample.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (sample.length - 1)
}

/** The z of Mann and Whitney's U. Times in nanoseconds hardly tie, so ties are not corrected for. */
function rankScore(one: number[], other: number[]): number {
  const all = [...one.map((value) => ({ value, own: true })), ...other.map((value) => ({ value, own: false }))]
  all.sort((a, b) => a.value - b.value)
  const ranks = all.reduce((sum, { own }, index) => (own ? sum + index + 1 : sum), 0)
  const [n, m] = [one.length, other.length]
  const u = ranks - (n * (n + 1)) / 2
  return (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12)
}

/** How often chance goes at least this far from the middle (Abramowitz and Stegun, 7.1.26). */
function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  return series * Math.exp(-x * x)
}
