/** So many at most are written together. */
const most = 500

/**
 * Writes one thing after the other, and together with it whatever arrived while the write before was under way: under load one
 * write takes many. Answers when what was handed over is written.
 */
export function inBatches<T>(write: (batch: readonly T[]) => Promise<unknown>): (item: T) => Promise<void> {
  let waiting: Batch<T> | undefined
  let last: Promise<unknown> = Promise.resolve()
  return (item) => {
    if (!waiting || waiting.items.length === most) {
      const batch: Batch<T> = { items: [], written: Promise.resolve() }
      waiting = batch
      batch.written = last.then(restOfThisTurn).then(async () => {
        if (waiting === batch) waiting = undefined
        await write(batch.items)
      })
      last = batch.written.catch(() => undefined)
    }
    waiting.items.push(item)
    return waiting.written
  }
}

type Batch<T> = { items: T[]; written: Promise<void> }

/** What else the event loop does in this turn may have something to write as well. */
const restOfThisTurn = () => new Promise<void>((resolve) => setImmediate(resolve))
