import { expect, test } from "vitest"
import { ourHost } from "@/lib/account/trusted-device"
import { hashToken } from "@/lib/session/token"
import { trustIdOf } from "@/lib/session/trust-token"
import { signOutEverywhere } from "@/lib/sign-in/sign-out"
import { mint } from "@/lib/sign-in/steps/mint"
import { browser } from "@/lib/testing/passkeys"
import { elsewhere } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { withTrust } from "@/lib/testing/trusted"

test("of 50 simultaneous redemptions of one trust's token for sessions of their own, one wins", async () => {
  const auth = await testAuth()
  const second = await testAuth({ sameData: true, keys: auth.core.keys })
  const { account, token } = await withTrust(auth)
  const all = Array.from({ length: 50 }, async (_, index) => {
    const { core } = index % 2 ? auth : second
    const { session } = await mint({ account }, { ...browser, address: elsewhere() }, core)
    const shown = { id: trustIdOf(token), host: ourHost, hash: hashToken(token), nextHash: `next ${index}` }
    const trust = { ...shown, operatorPhones: [] }
    const event = { at: session.createdAt, realm: "handbid", kind: "signed-in-on-trusted-device" } as const
    return core.redeem({ trust, session, event, now: session.createdAt })
  })
  expect((await Promise.all(all)).filter((outcome) => outcome !== "lost")).toEqual([{ number: account.number }])
})

test("whoever signs out everywhere while a trusted device signs in is signed out there too", async () => {
  const auth = await testAuth()
  const second = await testAuth({ sameData: true, keys: auth.core.keys })
  for (let number = 0; number < 20; number++) {
    const { pat, account, token, use } = await withTrust(auth, number)
    let signingOut: Promise<unknown> | undefined
    // The other process signs out when the sign-in's statement is under way.
    const redeem: typeof auth.core.redeem = (redemption) => {
      const redeeming = second.core.redeem(redemption)
      signingOut = signOutEverywhere({}, pat.caller, auth.core)
      return redeeming
    }
    await use(token, {}, {}, { ...second, core: { ...second.core, redeem } })
    await signingOut
    expect(await auth.core.sessions.list(account.id, auth.now())).toEqual([])
    expect(await auth.core.trustedDevices.list(account.id, auth.now())).toEqual([])
  }
})
