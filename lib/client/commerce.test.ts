import { describe, expect, test } from "vitest"
import { Commerce, TokenError } from "@/lib/client"
import { jane, keyOf, shop } from "@/lib/testing/commerce-client"
import { hours } from "@/lib/time"

// Through a real socket. Substituted from the page's example: the package's name, the address, and a key that there is.

const { email, password } = jane

test('"SDK Examples, JavaScript"', async () => {
  const { client } = await shop()
  const owner = client()
  await owner.auth.register({ ...jane, email: "owner@example.com" })
  const key = await keyOf(owner, ["read:profile"])

  const commerce = client(key)
  const newSession = await commerce.auth.register({ email, password, firstName: "Jane", lastName: "Doe" })
  expect(newSession.user).toMatchObject({ email, firstName: "Jane", lastName: "Doe" })
  const session = await commerce.auth.login({ email, password })
  expect(session.userId).toBe(newSession.userId)
  const refreshed = await commerce.auth.refresh(session.refreshToken)
  expect(refreshed.refreshToken).not.toBe(session.refreshToken)
  const me = await commerce.auth.me()
  expect(me).toMatchObject({ id: session.userId, email, role: "customer" })
  expect(await commerce.auth.logout()).toBeUndefined()
})

test("an API key speaks as long as nobody is signed in", async () => {
  const { client } = await shop()
  const owner = client()
  await owner.auth.register({ ...jane, email: "owner@example.com" })
  const commerce = client(await keyOf(owner, ["read:profile"]))
  expect((await commerce.auth.me()).email).toBe("owner@example.com")
  await commerce.auth.register(jane)
  expect((await commerce.auth.me()).email).toBe(email)
  await commerce.auth.logout()
  expect((await commerce.auth.me()).email).toBe("owner@example.com")
})

test("keys are listed without themselves, and revoked", async () => {
  const { client } = await shop()
  const owner = client()
  await owner.auth.register(jane)
  const { id, key } = await owner.apiKeys.create({ name: "One", scopes: ["read:profile"] })
  expect(await owner.apiKeys.list()).toMatchObject([{ id, ending: key.slice(-4) }])
  await owner.apiKeys.revoke(id)
  await expect(client(key).auth.me()).rejects.toMatchObject({ code: "token_revoked" })
})

describe("a refresh is shared", () => {
  test("by 50 calls at once that ask for one: one request, one answer", async () => {
    const { client, count } = await shop()
    const commerce = client()
    await commerce.auth.register(jane)
    const answers = await Promise.all(Array.from({ length: 50 }, () => commerce.auth.refresh()))
    expect(new Set(answers.map(({ refreshToken }) => refreshToken)).size).toBe(1)
    expect(count("POST /auth/refresh")).toBe(1)
    expect((await commerce.auth.me()).email).toBe(email)
  })

  test("by 20 calls at once whose token has expired: each succeeds, after one refresh", async () => {
    const { auth, client, count } = await shop()
    const commerce = client()
    await commerce.auth.register(jane)
    auth.pass(hours(1))
    const answers = await Promise.all(Array.from({ length: 20 }, () => commerce.auth.me()))
    expect(answers.every((me) => me.email === email)).toBe(true)
    expect(count("POST /auth/refresh")).toBe(1)
  })

  test("and one after another each is a request of its own", async () => {
    const { client, count } = await shop()
    const commerce = client()
    await commerce.auth.register(jane)
    for (let times = 0; times < 3; times++) await commerce.auth.refresh()
    expect(count("POST /auth/refresh")).toBe(3)
  })

  /** A client whose refresh is answered once something else is over. */
  function held(origin: string) {
    const [answered, letGo] = [signal(), signal()]
    const slow = async (request: Request) => {
      const answer = await fetch(request)
      if (!request.url.endsWith("/auth/refresh")) return answer
      answered.give()
      await letGo.given
      return answer
    }
    return { commerce: new Commerce({ baseUrl: origin, fetch: slow }), answered: answered.given, letGo: letGo.give }
  }

  test("a sign-in while one is on its way is not undone by it", async () => {
    const { commerce, answered, letGo } = held((await shop()).origin)
    await commerce.auth.register(jane)
    const refreshing = commerce.auth.refresh()
    await answered
    const other = { ...jane, email: "other@example.com" }
    await commerce.auth.register(other)
    letGo()
    await refreshing
    expect((await commerce.auth.me()).email).toBe(other.email)
  })

  test("nor is a sign-out", async () => {
    const { commerce, answered, letGo } = held((await shop()).origin)
    await commerce.auth.register(jane)
    const refreshing = commerce.auth.refresh()
    await answered
    await commerce.auth.logout()
    letGo()
    await refreshing
    await expect(commerce.auth.refresh()).rejects.toThrow("Nobody is signed in")
  })
})

test("whoever signs out is forgotten, and the token is dead", async () => {
  const { client } = await shop()
  const commerce = client()
  const { refreshToken } = await commerce.auth.register(jane)
  await commerce.auth.logout()
  await expect(commerce.auth.me()).rejects.toThrow(TokenError)
  await expect(client().auth.refresh(refreshToken)).rejects.toMatchObject({ code: "token_revoked" })
})

test("a session that ended elsewhere is forgotten on signing out", async () => {
  const { auth, client } = await shop()
  const commerce = client()
  const { userId } = await commerce.auth.register(jane)
  await auth.core.sessions.revokeAll(userId, auth.now())
  await commerce.auth.logout()
  await expect(commerce.auth.refresh()).rejects.toThrow("Nobody is signed in")
})

/** Something that one waits for and another gives. */
function signal(): { given: Promise<void>; give: () => void } {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give }
}
