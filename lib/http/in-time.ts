import { after, type Duration, type Now, seconds } from "@/lib/time"

/** How long a caller waits for an answer, once their request is here. */
export const patience: Duration = seconds(8)

/** When to ask again where that was not enough. */
export const comeBack: Duration = seconds(5)

/** Whether the caller still waits, by the connection and by the clock. Both are looked at where an answer would cost something. */
export function isWaiting(request: Request, now: Now, patience: Duration): () => boolean {
  const until = after(now(), patience)
  return () => !request.signal.aborted && now() < until
}

/** No caller waits longer than this for an answer. */
export class Overdue extends Error {
  override name = "Overdue"
}

/** The result of some work, or `Overdue` where it takes too long. The work's later result is dropped. */
export async function inTime<T>(work: Promise<T>, patience: Duration): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Overdue()), patience)
  })
  return Promise.race([work, end]).finally(() => clearTimeout(timer))
}
