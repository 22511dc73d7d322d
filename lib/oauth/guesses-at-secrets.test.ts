import { expect, test } from "vitest"
import { policy } from "@/lib/limits/policy"
import { elsewhere } from "@/lib/testing/people"
import { machines, postForm } from "@/lib/testing/shoppers"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { statementsDuring, testDatabase } from "@/lib/testing/test-database"
import { minutes } from "@/lib/time"

const [admin, warehouse] = machines as [(typeof machines)[0], (typeof machines)[0]]
const ask = (auth: TestAuth, { id, secret }: typeof admin, address?: string) => {
  const fields = { grant_type: "client_credentials", client_id: id, client_secret: secret }
  return postForm(auth, "token", fields, address ? { address } : {})
}
const wrong = { ...admin, secret: "guess" }
const limits = async () =>
  (await testDatabase({ empty: false })).limit.findMany({ where: { key: { startsWith: "client:" } } })

test("of a thousand wrong secrets at once 300 are looked at, and then no right one is either", async () => {
  const auth = await testAuth({ oauthClients: machines })
  const spent = policy.clientTries.points
  const answers = await Promise.all(
    // Guesses at many clients wait for nothing, and share what their network may try.
    Array.from({ length: 1000 }, (_, index) => ask(auth, { ...wrong, id: `client ${index}` })),
  )
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(spent)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(1000 - spent)
  expect((await limits()).map((row) => row.spent)).toEqual([spent])
  expect((await ask(auth, admin)).status).toBe(429)
  expect((await ask(auth, admin, elsewhere())).status).toBe(200)
  auth.pass(minutes(5))
  expect((await ask(auth, admin)).status).toBe(200)
  // A thousand refusals go into the record, which the next test begins without.
  await auth.settled()
})

test("a right one costs no try, and brings back those that its machine spent before", async () => {
  const auth = await testAuth({ oauthClients: machines })
  await ask(auth, admin)
  expect(await limits()).toEqual([])
  for (const client of [wrong, wrong, { ...warehouse, secret: "guess" }]) await ask(auth, client)
  expect(await limits()).toMatchObject([{ spent: 3 }])
  const both = await Promise.all([ask(auth, admin), ask(auth, admin)])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect(await limits()).toMatchObject([{ spent: 1 }])
})

test("an unknown client, a wrong secret and a right one take the same statement", async () => {
  const auth = await testAuth({ oauthClients: machines })
  const statements = []
  for (const client of [wrong, { ...admin, id: "nobody" }, admin]) {
    statements.push((await statementsDuring(() => ask(auth, client, elsewhere())))[0])
    await auth.settled()
  }
  expect(new Set(statements).size).toBe(1)
})
