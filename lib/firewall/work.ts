/**
 * Proof of work: what a browser can bring instead of a captcha token. A puzzle is good for one request, for minutes, and once. Its
 * `hardness` is 0 to `hardest`; each step costs the browser, and whoever checks, twice as much.
 */
export type Work = {
  /** A puzzle for the request that this names, as text for the page. It costs us a signature. */
  pose(about: string, hardness: number, now: Date): Promise<string>
  /**
   * Whether this solves a puzzle that was posed for the same request. `spend` is told the puzzle's name before the answer is
   * checked, which costs as much as one of the browser's tries, and answers whether it may be: nothing that we did not sign comes so far.
   */
  check(answer: string, about: string, now: Date, spend: (puzzle: string) => Promise<boolean>): Promise<boolean>
}

/** The hardest puzzle: seconds for a laptop, and some ten on a phone. */
export const hardest = 3

/** What a caller who can work brings. Callers who cannot are offered nothing. */
export type Worker = { answer: string | undefined }

/** How hard: a step for each level of the attack mode, and one for each time more that the breaker in question tripped in a row. */
export const hardnessFor = (level: number, trips: number): number => Math.min(hardest, level + Math.max(0, trips - 1))
