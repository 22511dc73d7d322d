import { bd, door, inTurn, withMoney } from "@/lib/testing/door"
import { testDatabase } from "@/lib/testing/test-database"

type Options = Parameters<typeof door>[0]

/** A door where an outside service thinks this of every number, and the numbers that it was asked about. */
export async function askingDoor(score: number | undefined, { policy, ...options }: Options = {}) {
  const asked: string[] = []
  const ask = async (e164: string) => {
    asked.push(e164)
    return score
  }
  const opinions = { source: "twilio", ask } as const
  return { ...(await door({ ...options, policy: { ...withMoney, ...policy }, opinions })), asked }
}

/** Newcomers of Bangladesh, where a text is dear and three may stand open. */
export const toBangladesh = ({ ask }: Pick<Awaited<ReturnType<typeof door>>, "ask">, count: number, options = {}) =>
  inTurn(count, (index) => ask(bd(index), "BD", options))

/** What is spent of the budgets whose names begin so. */
export const spentOn = async (name: string) => {
  const rows = await (await testDatabase({ empty: false })).budget.findMany({ where: { name: { startsWith: name } } })
  return rows.map(({ spent }) => Number(spent))
}
