import { type Duration, seconds } from "@/lib/time"

/** How long a caller waits for an answer, once their request is here. */
export const patience: Duration = seconds(8)

/** When to ask again where that was not enough. */
export const comeBack: Duration = seconds(5)

/** Nobody waits longer than this for an answer. */
export class Overdue extends Error {
  override name = "Overdue"
}

/** The result of some work, or `Overdue` where it takes too long. What the work still does then is for nobody. */
export async function inTime<T>(work: Promise<T>, patience: Duration): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Overdue()), patience)
  })
  return Promise.race([work, end]).finally(() => clearTimeout(timer))
}
