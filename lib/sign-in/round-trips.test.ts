import { expect, test } from "vitest"
import { joinGoodCity, mobileOf } from "@/lib/testing/goodcity-people"
import { bearer, elsewhere, join, must, person } from "@/lib/testing/people"
import { countingAuth } from "@/lib/testing/round-trips"
import { joinShop, machines, postForm } from "@/lib/testing/shoppers"
import type { CallAnswer, TestAuth } from "@/lib/testing/test-auth"
import { hours } from "@/lib/time"

// Each round trip is time that somebody waits and work that a server does. BEGIN and COMMIT are round trips too.
type Row = {
  /** At most so many before the answer, and after it. */
  before: number
  after: number
  /** Where there is a Redis, a command to it: it runs beside the last of them, or is the address's budget, else a part of the first. */
  besides?: 1
  /** Sets the scene; answers the call that is counted. */
  scene: (auth: TestAuth) => Promise<() => Promise<CallAnswer>>
}

const [admin] = machines as [(typeof machines)[0]]
const grant = { grant_type: "client_credentials", client_id: admin.id, client_secret: admin.secret }

/** Somebody asks for a PIN whose last one is long ago. */
const asksAgain = async (auth: TestAuth, path: "emailCheck" | "resendPin", email: string) => {
  await auth.settled()
  auth.pass(hours(2))
  return () => must(path === "resendPin" ? 202 : 200, auth.call(path, { body: { email }, address: elsewhere() }))
}

const rows: Record<string, Row> = {
  "an address that used its budget up": {
    before: 1,
    after: 2,
    scene: async (auth) => {
      const ask = (index: number) => auth.call("emailCheck", { body: { email: `bot${index}@example.com` } })
      for (let index = 0; index < 10; index++) await ask(index)
      return () => must(429, ask(10))
    },
  },
  "an email that nobody has": {
    before: 1,
    after: 0,
    besides: 1,
    scene: async (auth) => () =>
      must(200, auth.call("emailCheck", { body: { email: "nobody@example.com" }, address: elsewhere() })),
  },
  "a known person asks for a PIN": {
    before: 3,
    after: 1,
    besides: 1,
    scene: async (auth) => asksAgain(auth, "emailCheck", (await join(auth)).email),
  },
  "a known person asks for another PIN": {
    before: 3,
    after: 1,
    besides: 1,
    scene: async (auth) => asksAgain(auth, "resendPin", (await join(auth)).email),
  },
  "nobody asks for another PIN": {
    before: 3,
    after: 0,
    besides: 1,
    scene: (auth) => asksAgain(auth, "resendPin", "nobody@example.com"),
  },
  "a newcomer registers": {
    before: 3,
    after: 1,
    besides: 1,
    scene: async (auth) => () => must(201, auth.call("register", { body: person(3).details, address: elsewhere() })),
  },
  // After the answer the phone's total is asked for, and then it is written down what became of the text.
  "a GoodCity person asks for a PIN": {
    before: 3,
    after: 2,
    besides: 1,
    scene: async (auth) => {
      await joinGoodCity(auth, 1)
      await auth.settled()
      auth.pass(hours(2))
      return () =>
        must(200, auth.callTo("goodcity", "sendPin", { body: { mobile: mobileOf(1) }, address: elsewhere() }))
    },
  },
  "a number that GoodCity does not know asks for a PIN": {
    before: 3,
    after: 2,
    besides: 1,
    scene: async (auth) => () =>
      must(200, auth.callTo("goodcity", "sendPin", { body: { mobile: mobileOf(1) }, address: elsewhere() })),
  },
  "a Commerce person asks who they are": {
    before: 1,
    after: 0,
    scene: async (auth) => {
      const headers = bearer((await joinShop(auth)).accessToken)
      return () => must(200, auth.callTo("commerce", "me", { headers, address: elsewhere() }))
    },
  },
  "the same by an API key": {
    before: 1,
    after: 0,
    scene: async (auth) => {
      const headers = bearer((await joinShop(auth)).accessToken)
      const body = { name: "Till", scopes: ["read:profile"] }
      const { key } = (await must(201, auth.callTo("commerce", "apiKeys", { body, headers }))).body
      return () => must(200, auth.callTo("commerce", "me", { headers: bearer(key), address: elsewhere() }))
    },
  },
  "somebody shows a token that is dead": {
    before: 1,
    after: 1,
    scene: async (auth) => {
      const { accessToken, refreshToken } = await join(auth)
      await must(204, auth.call("revoke", { body: { refreshToken } }))
      return () => must(401, auth.call("logout", { method: "POST", headers: bearer(accessToken) }))
    },
  },
  "somebody signs out": {
    before: 2,
    after: 0,
    scene: async (auth) => {
      const headers = bearer((await join(auth)).accessToken)
      return () => must(204, auth.call("logout", { method: "POST", headers }))
    },
  },
  "somebody signed in looks at auctions": {
    before: 2,
    after: 0,
    besides: 1,
    scene: async (auth) => {
      const headers = bearer((await join(auth)).accessToken)
      return () => must(200, auth.call("auctions", { query: "?limit=1", headers, address: elsewhere() }))
    },
  },
  "a session refreshes": {
    before: 2,
    after: 0,
    scene: async (auth) => {
      const { refreshToken } = await join(auth)
      return () => must(200, auth.call("refreshToken", { body: { refreshToken }, address: elsewhere() }))
    },
  },
  "a machine shows a wrong secret": {
    before: 1,
    after: 1,
    scene: async (auth) => () =>
      must(401, postForm(auth, "token", { ...grant, client_secret: "guess" }, { address: elsewhere() })),
  },
  "a machine gets a token": {
    before: 2,
    after: 0,
    scene: async (auth) => {
      const ask = () => must(200, postForm(auth, "token", grant, { address: elsewhere() }))
      await ask()
      return ask
    },
  },
}

test.each(Object.entries(rows))("%s", async (_, { before, after, besides = 0, scene }) => {
  const auth = await countingAuth({ oauthClients: machines })
  const trips = await auth.tripsOf(await scene(auth))
  const commands = trips.before.filter((trip) => trip.endsWith("in Redis")).length
  expect(trips.before.length - Math.min(commands, besides), trips.before.join("\n")).toBeLessThanOrEqual(before)
  expect(trips.after.length, trips.after.join("\n")).toBeLessThanOrEqual(after)
})
