import { expect, test } from "vitest"
import { bearer, join, must } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { statementsDuring, testDatabase } from "@/lib/testing/test-database"
import { days, minutes, seconds } from "@/lib/time"

/** Somebody who is signed in, what their session's row says, and how to use its token. */
async function signedIn() {
  const auth = await testAuth()
  const { accessToken, refreshToken } = await join(auth)
  const db = await testDatabase({ empty: false })
  const row = () => db.session.findFirstOrThrow()
  const use = (status = 200) => must(status, auth.call("auctions", { headers: bearer(accessToken) }))
  return { auth, row, use, refreshToken, accessToken }
}

test("a session is noted as seen once a minute, by the statement that looks at its token, and not written otherwise", async () => {
  const { auth, row, use } = await signedIn()
  const db = await testDatabase({ empty: false })
  // The number of the transaction that wrote the row tells whether anything was written.
  const written = async () => {
    const [found] = await db.$queryRaw<{ xmin: string }[]>`SELECT xmin::text FROM "Session"`
    return found?.xmin
  }
  const before = [await written(), (await row()).lastSeenAt]
  auth.pass(seconds(50))
  await use()
  expect([await written(), (await row()).lastSeenAt]).toEqual(before)
  auth.pass(minutes(1))
  const look = statementsDuring(() => use())
  expect((await look).filter((statement) => /"Session"/.test(statement))).toHaveLength(1)
  const seen = (await row()).lastSeenAt
  expect(auth.now().getTime() - seen.getTime()).toBeLessThan(seconds(5))
  await use()
  expect((await row()).lastSeenAt).toEqual(seen)
})

test("a token that holds no more, or that is another API's, notes nothing", async () => {
  const { auth, row, use, refreshToken, accessToken } = await signedIn()
  const { lastSeenAt } = await row()
  auth.pass(minutes(5))
  await must(401, auth.callTo("commerce", "me", { headers: bearer(accessToken) }))
  expect((await row()).lastSeenAt).toEqual(lastSeenAt)
  auth.pass(days(31))
  await use(401)
  await auth.call("revoke", { body: { refreshToken } })
  await use(401)
  expect((await row()).lastSeenAt).toEqual(lastSeenAt)
})
