import { expect, test } from "vitest"
import { ownersEvents } from "@/lib/account/event"
import { listApiKeys, makeApiKey, revokeApiKey } from "@/lib/my-account/api-keys"
import { isRefusal } from "@/lib/refusal"
import { signOut, signOutEverywhere, signOutSession } from "@/lib/sign-in/sign-out"
import { bearerOf, isOpen, member } from "@/lib/testing/members"
import { bearer, elsewhere, signIn, wrong } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { minutes } from "@/lib/time"
import { everywhereForm, namedById } from "@/lib/web/account/schemas"

test("one session can be ended from another, at once, and alone", async () => {
  const auth = await testAuth()
  const here = await member(auth)
  const there = await signIn(auth)
  const [id] = (await auth.core.sessions.list(here.caller.signedIn.account.id, auth.now()))
    .map((session) => session.id)
    .filter((other) => other !== here.caller.signedIn.session.id)
  expect(await signOutSession({ id: id ?? "" }, here.caller, auth.core)).toBeUndefined()
  expect(await isOpen(auth, there.accessToken)).toBe(false)
  expect(await isOpen(auth, here.accessToken)).toBe(true)
})

test("nobody ends a session of somebody else", async () => {
  const auth = await testAuth()
  const [pat, sam] = [await member(auth, 1), await member(auth, 2)]
  const { id } = sam.caller.signedIn.session
  expect(await signOutSession({ id }, pat.caller, auth.core)).toMatchObject({ kind: "not-found" })
  expect(await isOpen(auth, sam.accessToken)).toBe(true)
  await signOutEverywhere({}, pat.caller, auth.core)
  expect(await isOpen(auth, sam.accessToken)).toBe(true)
  expect(await isOpen(auth, pat.accessToken)).toBe(false)
})

test.each(["a\0b", "\ud800", "", "x".repeat(200), "'; --"])(
  "of odd id %# the forms say that it is not there",
  async (id) => {
    const auth = await testAuth()
    const { caller, accessToken } = await member(auth)
    for (const verb of [signOutSession, revokeApiKey])
      expect(await verb(namedById.parse({ id }), caller, auth.core)).toMatchObject({ kind: "not-found" })
    expect(await isOpen(auth, accessToken)).toBe(true)
  },
)

test("of two who end one session at once, one does, and it is recorded once", async () => {
  const auth = await testAuth()
  const { caller } = await member(auth)
  const { id } = caller.signedIn.session
  const answers = await Promise.all([1, 2, 3].map(() => signOutSession({ id }, caller, auth.core)))
  expect(answers.filter((answer) => answer === undefined)).toHaveLength(1)
  const events = await auth.core.events.list(caller.signedIn.account.id, 20)
  expect(events.filter(({ kind }) => kind === "signed-out")).toHaveLength(1)
})

test("nobody sees or revokes a key of somebody else", async () => {
  const auth = await testAuth()
  const [pat, sam] = [await member(auth, 1), await member(auth, 2)]
  const made = await makeApiKey({ name: "Till", scopes: ["read:orders"] }, sam.caller, auth.core)
  if (isRefusal(made)) throw new Error(made.kind)
  expect(await listApiKeys({}, pat.caller, auth.core)).toEqual([])
  const { id } = made.apiKey
  expect(await revokeApiKey({ id }, pat.caller, auth.core)).toMatchObject({ kind: "not-found" })
  const theirs = await listApiKeys({}, sam.caller, auth.core)
  expect(theirs).toHaveLength(1)
  expect(JSON.stringify(theirs)).not.toContain(made.key)
})

/** Somebody with two keys, and what opens with them. */
async function withKeys() {
  const auth = await testAuth()
  const [pat, sam] = [await member(auth, 1), await member(auth, 2)]
  const make = async ({ caller }: typeof pat) => {
    const made = await makeApiKey({ name: "Till", scopes: ["read:profile"] }, caller, auth.core)
    if (isRefusal(made)) throw new Error(made.kind)
    return made.key
  }
  const [first, second, foreign] = [await make(pat), await make(pat), await make(sam)]
  const opens = async (key: string) =>
    (await auth.callTo("commerce", "me", { headers: bearer(key), address: elsewhere() })).status
  const events = async () => (await auth.core.events.list(pat.caller.signedIn.account.id, 20)).map(({ kind }) => kind)
  return { auth, pat, keys: [first, second], foreign, opens, events }
}

test("signing out everywhere leaves API keys alone unless it is asked to revoke them", async () => {
  const { auth, pat, keys, opens, events } = await withKeys()
  await signOutEverywhere(everywhereForm.parse({}), pat.caller, auth.core)
  expect(await isOpen(auth, pat.accessToken)).toBe(false)
  for (const key of keys) expect(await opens(key)).toBe(200)
  expect(await events()).not.toContain("api-key-revoked")
})

test("with the box ticked every key of theirs is dead at once, nobody else's is, and each is in the record", async () => {
  const { auth, pat, keys, foreign, opens, events } = await withKeys()
  await signOutEverywhere(everywhereForm.parse({ apiKeys: "on" }), pat.caller, auth.core)
  for (const key of keys) expect(await opens(key)).toBe(401)
  expect(await opens(foreign)).toBe(200)
  expect((await events()).filter((kind) => kind === "api-key-revoked")).toHaveLength(2)
  expect(await events()).toContain("signed-out-everywhere")
})

test("a refused PIN is among the owner's events, with the network that it came from", async () => {
  const auth = await testAuth()
  const { email, phone, caller } = await member(auth)
  auth.pass(minutes(5))
  const address = "198.51.100.4"
  await auth.call("emailCheck", { body: { email }, address })
  await auth.call("verifyPin", { body: { email, pin: wrong(auth.pinFor(phone)) }, address })
  await auth.settled()
  const [newest] = await auth.core.events.list(caller.signedIn.account.id, 20)
  expect(newest).toMatchObject({ kind: "refused", reason: "wrong-pin", network: address })
})

test("what an owner is shown is not crowded out by what apps do all day", async () => {
  const auth = await testAuth()
  const { email, phone, accessToken, refreshToken, caller } = await member(auth)
  auth.pass(minutes(5))
  await auth.call("emailCheck", { body: { email }, address: elsewhere() })
  await auth.call("verifyPin", { body: { email, pin: wrong(auth.pinFor(phone)) }, address: elsewhere() })
  auth.pass(minutes(1))
  let token = refreshToken
  for (const _ of Array(25))
    token = (await auth.call("refreshToken", { body: { refreshToken: token } })).body.refreshToken
  await signOut({}, caller, auth.core)
  const knock = { method: "POST", headers: bearer(accessToken) }
  for (const _ of Array(25)) await auth.call("logout", knock)
  for (const _ of Array(25)) await auth.call("refreshToken", { body: { refreshToken: token } })
  await auth.settled()
  const shown = await auth.core.events.list(caller.signedIn.account.id, 20, ownersEvents)
  expect(shown.map(({ kind, reason }) => reason ?? kind)).toEqual(["signed-out", "wrong-pin", "registered"])
})

test("a sign-out is recorded with the network that it came from", async () => {
  const auth = await testAuth()
  const { caller } = await member(auth)
  const newest = async () => (await auth.core.events.list(caller.signedIn.account.id, 1))[0]
  for (const signsOut of [signOut, signOutEverywhere]) {
    const address = elsewhere()
    const again = await signIn(auth)
    const here = { ...(await bearerOf(auth, again.accessToken)), address }
    auth.pass(minutes(5))
    await signsOut({}, here, auth.core)
    expect(await newest()).toMatchObject({ kind: expect.stringMatching(/^signed-out/), network: address })
  }
})

test("no key is made by a session that has just ended, whichever of two at once comes first", async () => {
  const auth = await testAuth()
  const { caller } = await member(auth)
  const make = () => makeApiKey({ name: "till", scopes: ["read:profile"] }, caller, auth.core)
  const made = await Promise.all([
    ...Array.from({ length: 20 }, make),
    signOutEverywhere({ apiKeys: true }, caller, auth.core),
    ...Array.from({ length: 20 }, make),
  ])
  expect(made.some((one) => isRefusal(one) && one.kind === "unauthorized")).toBe(true)
  expect(await listApiKeys({}, caller, auth.core)).toEqual([])
  expect(await make()).toMatchObject({ kind: "unauthorized" })
})
