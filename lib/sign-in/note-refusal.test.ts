import { describe, expect, test } from "vitest"
import { bearer, elsewhere, google, join, must, person, signIn, wrong } from "@/lib/testing/people"
import { recordedDuring, withoutRecord } from "@/lib/testing/record"
import { joinShop, machines, machineToken, postForm } from "@/lib/testing/shoppers"
import { testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { days, hours, minutes } from "@/lib/time"

const address = "198.51.100.4"
const refused = (reason: string, more: object = {}) => [
  expect.objectContaining({ kind: "refused", network: address, reason, ...more }),
]

describe("a token of ours that is refused is recorded with its session", () => {
  /** Somebody with a token, and what looking at their favourites with it leaves in the record. */
  async function holder(headers: Record<string, string> = {}) {
    const auth = await testAuth()
    const held = await join(auth, 0, headers)
    const owner = await auth.core.accounts.by("email", "handbid", held.email)
    const about = {
      realm: "handbid",
      client: headers["x-client-id"] ?? "web",
      accountId: owner?.id,
      sessionId: anything,
    }
    const show = (token = held.accessToken) =>
      must(401, auth.call("logout", { method: "POST", headers: bearer(token), address }))
    return { auth, held, about, show }
  }
  const anything = expect.any(String)

  test("one that was revoked", async () => {
    const { auth, held, about, show } = await holder({ "x-client-id": "ios" })
    await auth.call("revoke", { body: { refreshToken: held.refreshToken } })
    expect(await recordedDuring(auth, () => show())).toEqual(refused("token revoked", about))
  })

  test("one that has expired", async () => {
    const { auth, about, show } = await holder()
    auth.pass(days(30))
    expect(await recordedDuring(auth, () => show())).toEqual(refused("token expired", about))
  })

  test("one that was made for another API, which is told nothing of it", async () => {
    const { auth, held, about } = await holder()
    const headers = bearer(held.accessToken)
    const call = () => auth.callTo("commerce", "me", { headers, address })
    expect((await call()).body).toEqual((await auth.callTo("commerce", "me", { headers: bearer("A".repeat(43)) })).body)
    const here = { ...about, realm: "commerce" }
    expect(await recordedDuring(auth, call)).toEqual(refused("token foreign", here))
    const refresh = () => auth.callTo("commerce", "refresh", { body: { refreshToken: held.refreshToken }, address })
    expect(await recordedDuring(auth, refresh)).toEqual(refused("refresh foreign", here))
  })

  test("what was never a token leaves nothing", async () => {
    const { auth, show } = await holder()
    expect(await recordedDuring(auth, () => show("A".repeat(43)))).toEqual([])
    expect(await recordedDuring(auth, () => auth.callTo("commerce", "me", { address }))).toEqual([])
    const key = () => auth.callTo("commerce", "me", { headers: bearer("sk_test_made-up"), address })
    expect(await recordedDuring(auth, key)).toEqual([])
    const refreshToken = "A".repeat(43)
    expect(await recordedDuring(auth, () => auth.call("refreshToken", { body: { refreshToken }, address }))).toEqual([])
  })

  test("an API key that was revoked, or may not do what it is used for", async () => {
    const auth = await testAuth()
    const { accessToken, userId: accountId } = await joinShop(auth)
    const headers = bearer(accessToken)
    const body = { name: "Till", scopes: ["read:orders"] }
    const { id: client, key } = (await must(201, auth.callTo("commerce", "apiKeys", { body, headers }))).body
    const use = () => auth.callTo("commerce", "me", { headers: bearer(key), address })
    expect(await recordedDuring(auth, use)).toEqual(refused("insufficient-scope", { accountId, client }))
    await must(204, auth.callTo("commerce", "apiKey", { method: "DELETE", params: { id: client }, headers }))
    expect(await recordedDuring(auth, use)).toEqual(refused("api-key revoked", { accountId, client }))
  })

  test("a machine that does what only a person may, while one that shows nothing leaves nothing", async () => {
    const auth = await testAuth({ oauthClients: machines })
    const none = () => postForm(auth, "token", { grant_type: "client_credentials" }, { address })
    expect(await recordedDuring(auth, none)).toEqual([])
    const headers = bearer(await machineToken(auth, machines[1] as (typeof machines)[0]))
    const call = () => auth.callTo("commerce", "me", { headers, address })
    expect(await recordedDuring(auth, call)).toEqual(refused("insufficient-scope", { client: "warehouse" }))
  })
})

describe("a refusal by a limit is recorded", () => {
  const body = { email: person().email }

  test("of text messages, of a wait and of spent tries", async () => {
    const auth = await testAuth()
    await join(auth)
    auth.pass(hours(2))
    await must(202, auth.call("resendPin", { body, address }))
    expect(await recordedDuring(auth, () => auth.call("resendPin", { body, address }))).toEqual(refused("wait"))
    const pin = wrong(auth.pinFor(person().phone))
    const guess = () => auth.call("verifyPin", { body: { ...body, pin }, address: elsewhere() })
    for (const _ of [1, 2, 3, 4, 5]) await must(401, guess())
    const spent = await recordedDuring(auth, () => must(429, guess()))
    expect(spent).toMatchObject([{ kind: "refused", reason: "tries-spent" }])
    const flood = async () => {
      for (const _ of Array(10)) await auth.call("emailCheck", { body, address })
    }
    await flood()
    const limited = await recordedDuring(auth, () => must(429, auth.call("emailCheck", { body, address })))
    expect(limited).toEqual(refused("limited"))
  })

  test("of API keys, with their maker", async () => {
    const auth = await testAuth()
    const { accessToken, userId: accountId } = await joinShop(auth)
    const make = () =>
      auth.callTo("commerce", "apiKeys", {
        body: { name: "Till", scopes: ["read:orders"] },
        headers: bearer(accessToken),
        address,
      })
    for (const _ of Array(100)) await must(201, make())
    expect(await recordedDuring(auth, () => must(429, make()))).toEqual(refused("limited", { accountId }))
  })
})

test("other refusals are recorded by their kind, malformed requests are not", async () => {
  const auth = await testAuth({ captcha: google })
  const { details } = await join(auth, 1)
  const send = (changes: object) => () => auth.call("register", { body: { ...person(2).details, ...changes }, address })
  const during = (changes: object) => recordedDuring(auth, send(changes))
  expect(await during({ captchaToken: "bad" })).toEqual(refused("captcha-failed"))
  expect(await during({ email: details.email })).toEqual(refused("email-taken"))
  expect(await during({ mobile: "+19002345678" })).toEqual(refused("registration-blocked"))
  expect(await during({ mobile: "+33612345678", countryCode: "FR" })).toEqual(refused("registration-blocked"))
  for (const changes of [{ mobile: "12" }, { email: "no email" }, { firstname: "" }, { whitelabelId: 99 }])
    expect(await during(changes)).toEqual([])
})

test("a wrong PIN is recorded once, with whose it was, and an email that nobody has alike without", async () => {
  const auth = await testAuth()
  await join(auth)
  auth.pass(minutes(5))
  await signIn(auth)
  auth.pass(minutes(5))
  const guess = (email: string) => () => auth.call("verifyPin", { body: { email, pin: "000000" }, address })
  await must(202, auth.call("resendPin", { body: { email: person().email }, address }))
  const owner = await auth.core.accounts.by("email", "handbid", person().email)
  const known = await recordedDuring(auth, guess(person().email))
  expect(known).toEqual(refused("wrong-pin", { accountId: owner?.id, client: "web" }))
  const unknown = await recordedDuring(auth, guess("nobody@example.com"))
  expect(unknown).toEqual(refused("wrong-pin", { accountId: null, client: "web" }))
  const answers = ["accountId", owner?.id ?? "", "about"]
  const { text } = await guess(person().email)()
  for (const secret of answers) expect(text).not.toContain(secret)
})

test("with the record out of reach every refusal is answered all the same, and we hear of it", async () => {
  const auth = await testAuth()
  const { accessToken, refreshToken } = await join(auth)
  await auth.call("revoke", { body: { refreshToken } })
  await withoutRecord(auth, async () => {
    await must(401, auth.call("logout", { method: "POST", headers: bearer(accessToken) }))
    await must(401, auth.call("verifyPin", { body: { email: person().email, pin: "000000" } }))
  })
  expect(auth.surprises).toHaveLength(2)
})

test("the record holds no secret of a refused request", async () => {
  const auth = await testAuth()
  const { accessToken, refreshToken, email, phone } = await join(auth)
  const pin = auth.pinFor(phone)
  await auth.call("revoke", { body: { refreshToken } })
  await recordedDuring(auth, async () => {
    await auth.call("logout", { method: "POST", headers: bearer(accessToken) })
    await auth.call("refreshToken", { body: { refreshToken } })
    await auth.call("verifyPin", { body: { email, pin } })
    const body = { email, password: "a password of nobody" }
    await auth.callTo("commerce", "login", { body })
  })
  const db = await testDatabase({ empty: false })
  const rows = JSON.stringify(await db.event.findMany())
  expect(rows).toContain("token revoked")
  for (const secret of [accessToken, refreshToken, pin, "a password of nobody", email, phone.slice(1)])
    expect(rows).not.toContain(secret)
})
