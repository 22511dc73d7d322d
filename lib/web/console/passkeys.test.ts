import { expect, test } from "vitest"
import { priceOf } from "@/lib/firewall/price"
import { withPasskey } from "@/lib/testing/passkeys"
import { testAuth } from "@/lib/testing/test-auth"
import { withTrust } from "@/lib/testing/trusted"
import { readQuery } from "@/lib/web/console/query"
import { consoleViewOf } from "@/lib/web/console/view"

test("operators see how many sign-ins passkeys made, and what texts would have cost in their place", async () => {
  const auth = await testAuth()
  const { device, begin, use } = await withPasskey(auth)
  const shown = async () => (await consoleViewOf(readQuery({}), undefined, auth.core)).passkeys
  expect(await shown()).toEqual({ signIns: 0, saved: 0 })
  for (const asked of [begin(), begin()]) await use(device.sign(asked), asked)
  expect(await shown()).toEqual({ signIns: 2, saved: 2 * priceOf("US") })
})

test("sign-ins on trusted devices are told apart from those by passkey", async () => {
  const auth = await testAuth()
  const { token, enter } = await withTrust(auth)
  await enter((await enter(token)).next)
  const { passkeys, trusted } = await consoleViewOf(readQuery({}), undefined, auth.core)
  expect(passkeys).toEqual({ signIns: 0, saved: 0 })
  expect(trusted).toEqual({ signIns: 2, saved: 2 * priceOf("US") })
})
