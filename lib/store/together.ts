import { isAboutData } from "@/lib/store/sql"

/** So many at most go in one statement, and so many statements of one kind are under way at once. */
const most = 100
const atOnce = 2

/**
 * Lets what is asked in the same moment be asked in one statement: what the event loop brings in one turn, and what comes while
 * `atOnce` statements are under way. So under load a statement, its round trip and its commit are shared, and a question that
 * is alone waits for nothing. `ask` answers in the order of what it was asked. Where somebody's data break the statement, each is
 * asked alone, so that nobody else pays for it.
 */
export function together<Question, Answer>(
  ask: (lot: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  const waiting: Waiting<Question, Answer>[] = []
  let underWay = 0
  let isDue = false

  const beginSoon = () => {
    if (isDue || waiting.length === 0 || underWay === atOnce) return
    isDue = true
    // What else the event loop brings in this turn comes along.
    setImmediate(() => {
      isDue = false
      void answer(waiting.splice(0, most))
      beginSoon()
    })
  }
  const answer = async (lot: readonly Waiting<Question, Answer>[]) => {
    underWay += 1
    await tell(lot, ask)
    underWay -= 1
    beginSoon()
  }
  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject })
      beginSoon()
    })
}

type Waiting<Question, Answer> = {
  question: Question
  resolve(answer: Answer): void
  reject(problem: unknown): void
}

async function tell<Question, Answer>(
  lot: readonly Waiting<Question, Answer>[],
  ask: (lot: readonly Question[]) => Promise<readonly Answer[]>,
): Promise<void> {
  try {
    const answers = await ask(lot.map(({ question }) => question))
    lot.forEach(({ resolve }, index) => {
      resolve(answers[index] as Answer)
    })
  } catch (problem) {
    if (lot.length > 1 && isAboutData(problem)) for (const one of lot) await tell([one], ask)
    else for (const { reject } of lot) reject(problem)
  }
}
