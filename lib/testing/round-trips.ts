import type { Limits } from "@/lib/limits/limits"
import { type TestAuth, type TestOptions, testAuth } from "@/lib/testing/test-auth"
import { statementsDuring, testLimits } from "@/lib/testing/test-database"

/** What a call asks of the database, and of Redis where that holds limits: before its answer, and after it has left. */
export type RoundTrips = { before: string[]; after: string[] }

/** A whole core that holds back what follows an answer, so that a test can tell it from what the answer waits for. */
export async function countingAuth(options: TestOptions = {}): Promise<TestAuth & { tripsOf: TripsOf }> {
  const held: (() => Promise<unknown>)[] = []
  const redis = await testLimits()
  let commands: string[] = []
  const heard = (limits: Limits): Limits => ({
    take: (asked, now) => {
      commands.push("take in Redis")
      return limits.take(asked, now)
    },
    giveBack: (keys, now, count) => {
      commands.push("give back in Redis")
      return limits.giveBack(keys, now, count)
    },
  })
  const auth = await testAuth({
    ...(redis && { limits: heard(redis) }),
    ...options,
    later: (task) => void held.push(task),
  })
  const afterwards = async () => {
    while (held.length > 0) await Promise.all(held.splice(0).map((task) => task()))
  }
  const during = async (work: () => Promise<unknown>) => {
    commands = []
    const statements = await statementsDuring(work)
    return [...statements, ...commands]
  }
  return {
    ...auth,
    settled: afterwards,
    async tripsOf(call) {
      await afterwards()
      return { before: await during(call), after: await during(afterwards) }
    },
  }
}

type TripsOf = (call: () => Promise<unknown>) => Promise<RoundTrips>
