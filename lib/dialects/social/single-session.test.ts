import fc from "fast-check"
import { expect, test } from "vitest"
import { type SocialAuth, socialAuth } from "@/lib/testing/local-providers"
import { elsewhere } from "@/lib/testing/people"
import type { CallAnswer } from "@/lib/testing/test-auth"

type Held = { device: string; access: string; refresh: string }

const loginOn = async (auth: SocialAuth, device: string) => {
  const token = await auth.providers.google.idToken()
  return auth.login({ provider: "google", token }, { "client-device-id": device }, elsewhere())
}
const held = (device: string, { body }: CallAnswer): Held => ({
  device,
  access: body.data.access_token,
  refresh: body.data.refresh_token,
})

/** Of these, those whose access token or refresh token still opens something. Asking for it uses them up. */
async function usable(auth: SocialAuth, all: Held[]): Promise<string[]> {
  const found: string[] = []
  for (const { device, access, refresh } of all) {
    const refreshed = (await auth.refresh(refresh, device, elsewhere())).status === 200
    // The refresh leaves the access token its ten seconds, so that signing out still tells whether it holds.
    const opened = (await auth.logout(access)).status === 200
    if (refreshed || opened) found.push(device)
  }
  return found
}

test('"Logging in from a new device invalidates all previous refresh tokens", and access tokens', async () => {
  const auth = await socialAuth()
  const a = held("a", await loginOn(auth, "a"))
  const b = held("b", await loginOn(auth, "b"))
  expect(await usable(auth, [a])).toEqual([])
  expect(await usable(auth, [b])).toEqual(["b"])
})

test("a login on the same device ends the one before, too", async () => {
  const auth = await socialAuth()
  const first = held("a", await loginOn(auth, "a"))
  const second = held("a", await loginOn(auth, "a"))
  expect(await usable(auth, [first])).toEqual([])
  expect(await usable(auth, [second])).toEqual(["a"])
})

test("another account's session is left alone, and every replaced one is in the record", async () => {
  const auth = await socialAuth()
  const token = await auth.providers.google.idToken({ sub: "other" })
  const other = held("x", await auth.login({ provider: "google", token }, { "client-device-id": "x" }))
  const { body } = await loginOn(auth, "a")
  await loginOn(auth, "b")
  expect(await usable(auth, [other])).toEqual(["x"])
  const kinds = (await auth.core.events.list(body.data.user_id, 50)).map(({ kind }) => kind)
  expect(kinds.sort()).toEqual(["registered", "replaced", "signed-in"])
})

test("of 50 simultaneous first logins one account comes, and one usable session remains", async () => {
  const auth = await socialAuth()
  const devices = Array.from({ length: 50 }, (_, n) => `device-${n}`)
  const answers = await Promise.all(devices.map((device) => loginOn(auth, device)))
  expect(answers.map(({ status }) => status)).toEqual(devices.map(() => 200))
  expect(new Set(answers.map(({ body }) => body.data.user_id)).size).toBe(1)
  const all = answers.map((answer, n) => held(`device-${n}`, answer))
  expect(await usable(auth, all)).toHaveLength(1)
  expect(auth.surprises).toEqual([])
})

test("of 50 simultaneous refreshes of one token one wins", async () => {
  const auth = await socialAuth()
  const { refresh } = held("a", await loginOn(auth, "a"))
  const answers = await Promise.all(Array.from({ length: 50 }, () => auth.refresh(refresh, "a", elsewhere())))
  const won = answers.filter(({ status }) => status === 200)
  expect(won).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(49)
  expect((await auth.refresh(won[0]?.body.data.refresh_token, "a", elsewhere())).status).toBe(200)
})

test("a login on device B leaves no usable token of device A, whatever A does meanwhile, in whatever order", async () => {
  const auth = await socialAuth()
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 4 }), async (scheduler, refreshes) => {
      const before = held("a", await loginOn(auth, "a"))
      // Each request begins when the scheduler says; from there on the database interleaves them.
      const start = scheduler.scheduleFunction(async () => undefined)
      const b = start().then(() => loginOn(auth, "b"))
      let last = before.refresh
      const chain = start().then(async () => {
        const got: Held[] = []
        for (let n = 0; n < refreshes; n += 1) {
          const answer = await auth.refresh(last, "a", elsewhere())
          if (answer.status !== 200) break
          got.push(held("a", answer))
          last = answer.body.data.refresh_token
          await start()
        }
        return got
      })
      await scheduler.waitFor(Promise.all([b, chain]))
      const granted = await chain
      expect(await usable(auth, [before, ...granted])).toEqual([])
      expect(await usable(auth, [held("b", await b)])).toEqual(["b"])
    }),
    { numRuns: 100 },
  )
})
