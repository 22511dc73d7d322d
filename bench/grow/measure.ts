/** Milliseconds on a clock that only goes on. */
export const millis = (): number => Number(process.hrtime.bigint()) / 1e6

/** One turn of one worker: how many milliseconds each of its steps took. */
export type Turn = (worker: number) => Promise<Readonly<Record<string, number>>>

/** The times of each step, in milliseconds. */
export type Times = Map<string, number[]>

/** So many workers take turns for so many seconds. */
export async function load(turn: Turn, { atOnce, seconds }: { atOnce: number; seconds: number }): Promise<Times> {
  return loadUntil(turn, atOnce, new Promise((resolve) => setTimeout(resolve, seconds * 1000)))
}

/** The same until something has come about. */
export async function loadUntil(turn: Turn, atOnce: number, end: Promise<unknown>): Promise<Times> {
  const times: Times = new Map()
  let goesOn = true
  const work = async (worker: number) => {
    while (goesOn) add(times, Object.entries(await turn(worker)))
  }
  const workers = Promise.all(Array.from({ length: atOnce }, (_, worker) => work(worker)))
  await Promise.race([end, workers])
  goesOn = false
  await workers
  return times
}

function add(times: Times, found: [string, number][]): void {
  for (const [step, ms] of found) {
    const list = times.get(step)
    if (list) list.push(ms)
    else times.set(step, [ms])
  }
}

/** All times together. */
export function pooled(all: readonly Times[]): Times {
  const times: Times = new Map()
  for (const some of all) for (const [step, list] of some) times.set(step, (times.get(step) ?? []).concat(list))
  return times
}

/** The value below which this share of the sample lies. */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** A table in Markdown. */
export const table = (head: string[], rows: (string | number)[][]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n")
