/** A stream of numbers from 0 to 1 that is the same for the same seed, so that every run is (mulberry32). */
export type Random = {
  next(): number
  /** A whole number from `least` to `most`. */
  int(least: number, most: number): number
  pick<T>(from: readonly T[]): T
  chance(share: number): boolean
}

export function randomFrom(seed: string): Random {
  let state = [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return { next, int, pick: (from) => from[int(0, from.length - 1)] as never, chance: (share) => next() < share }
}
