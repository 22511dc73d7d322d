import { expect, test } from "vitest"
import { cleanUp } from "@/lib/store/clean-up"
import { join } from "@/lib/testing/people"
import { machines, machineToken } from "@/lib/testing/shoppers"
import { testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { days, hours, minutes } from "@/lib/time"

test("a machine's session goes a day after its end, a person's stays as long as their device is known", async () => {
  const auth = await testAuth({ oauthClients: machines })
  await machineToken(auth)
  await join(auth)
  const clean = cleanUp(await testDatabase({ empty: false }))
  auth.pass(hours(2) + days(1) - minutes(1))
  expect((await clean(auth.now())).removed.Session).toBe(0)
  auth.pass(minutes(2))
  expect((await clean(auth.now())).removed.Session).toBe(1)
})
