import { expect, test } from "vitest"
import { endTrust } from "@/lib/my-account/trusted-devices"
import { waitForPhone } from "@/lib/my-account/wait-for-phone"
import { isRefusal } from "@/lib/refusal"
import { signOut, signOutEverywhere, signOutSession } from "@/lib/sign-in/sign-out"
import { whoIsThis } from "@/lib/sign-in/steps/who-is-this"
import { changing } from "@/lib/testing/changing-phone"
import { member } from "@/lib/testing/members"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { setTrust, withTrust } from "@/lib/testing/trusted"
import { days, hours, seconds } from "@/lib/time"

const isOpen = async ({ core }: TestAuth, token: string) => !isRefusal(await whoIsThis(token, "browser", core))

test("a trusted device opens its account's session without a text message, and both are in the owner's record", async () => {
  const auth = await testAuth()
  const { account, token, enter, kinds } = await withTrust(auth)
  const sent = auth.outbox.length
  const { tokens, next } = await enter(token)
  expect(await whoIsThis(tokens.accessToken, "browser", auth.core)).toMatchObject({ account: { id: account.id } })
  expect(auth.outbox).toHaveLength(sent)
  expect(await kinds(3)).toEqual(expect.arrayContaining(["signed-in-on-trusted-device", "replaced", "device-trusted"]))
  expect(next).not.toBe(token)
  auth.pass(days(29))
  expect(await isOpen(auth, (await enter(next)).tokens.accessToken)).toBe(true)
})

test("nothing that opens is stored readable, and a token that was made up opens and ends nothing", async () => {
  const auth = await testAuth()
  const { pat, account, token, use, enter } = await withTrust(auth)
  const found = await auth.core.trustedDevices.find([token.split(".")[0] ?? ""], "handbid", pat.email, auth.now())
  expect(JSON.stringify(found)).not.toContain(token.split(".")[1])
  for (const odd of ["", ".", "none", "a.b", "\u0000.\u0000"]) expect(await use(odd)).toBeUndefined()
  await enter(token)
  expect(await auth.core.trustedDevices.list(account.id, auth.now())).toHaveLength(1)
})

test("of 50 simultaneous uses of one token, on two processes, all get one session and one successor", async () => {
  const auth = await testAuth()
  const second = await testAuth({ sameData: true, keys: auth.core.keys })
  const { account, token, use, kinds } = await withTrust(auth)
  const before = await auth.core.sessions.list(account.id, auth.now())
  const all = Array.from({ length: 50 }, (_, index) => use(token, {}, {}, index % 2 ? auth : second))
  const entries = (await Promise.all(all)).map(
    (entry) => typeof entry === "object" && [entry.tokens.accessToken, entry.next],
  )
  expect(new Set(entries.map(String)).size).toBe(1)
  expect((await kinds()).filter((kind) => kind === "signed-in-on-trusted-device")).toHaveLength(1)
  expect(await auth.core.sessions.list(account.id, auth.now())).toHaveLength(before.length)
})

test("within ten seconds the old token gets what it got; then it was copied, and ends the trust and its session", async () => {
  const auth = await testAuth()
  const { pat, account, token, use, enter, kinds } = await withTrust(auth)
  const first = await enter(token)
  expect(await enter(token)).toMatchObject({ next: first.next, tokens: { accessToken: first.tokens.accessToken } })
  auth.pass(seconds(10))
  expect(await Promise.all([use(token), use(token)])).toEqual([undefined, undefined])
  expect(await use(first.next)).toBeUndefined()
  expect(await isOpen(auth, first.tokens.accessToken)).toBe(false)
  expect(await isOpen(auth, pat.accessToken)).toBe(false)
  expect((await kinds()).filter((kind) => kind === "trust-reused")).toHaveLength(1)
  expect(await auth.core.trustedDevices.list(account.id, auth.now())).toEqual([])
})

test("a thief who used the token first is put out when its owner comes, and a token from before the last ends the trust at once", async () => {
  const auth = await testAuth()
  const { token, use, enter } = await withTrust(auth)
  const thief = await enter((await enter(token)).next)
  expect(await use(token)).toBeUndefined()
  expect(await isOpen(auth, thief.tokens.accessToken)).toBe(false)
  expect(await use(thief.next)).toBeUndefined()
})

test("a trust has one session at most, whoever holds its token", async () => {
  const auth = await testAuth()
  const { token, enter } = await withTrust(auth)
  const one = await enter(token)
  const two = await enter(one.next)
  expect(await isOpen(auth, one.tokens.accessToken)).toBe(false)
  expect(await isOpen(auth, two.tokens.accessToken)).toBe(true)
})

test("a stolen token opens nothing with another email, at another host or in another realm, and ends nothing", async () => {
  const auth = await testAuth()
  const { token, use, enter } = await withTrust(auth)
  const other = await member(auth, 1)
  expect(await use(token, { email: other.email })).toBeUndefined()
  expect(await use(token, { email: "nobody@example.com" })).toBeUndefined()
  expect(await use(token, { email: "no email" })).toBeUndefined()
  expect(await use(token, { host: 4 })).toBeUndefined()
  expect(await use(token, {}, { realm: "goodcity" })).toBeUndefined()
  await enter(token)
})

test("a network that shows trusts without end waits, and so does an account that is signed in to without end", async () => {
  const auth = await testAuth()
  const { token, use } = await withTrust(auth)
  const address = "10.1.2.3"
  for (let tries = 0; tries < 300; tries++)
    expect(await use(token, { email: "nobody@example.com" }, { address })).toBeUndefined()
  expect(await use(token, {}, { address })).toBe("limited")
  let shown = token
  for (let uses = 0; uses < 300; uses++) {
    const entry = await use(shown)
    if (!entry || typeof entry === "string") throw new Error(`not let in: ${entry}`)
    shown = entry.next
  }
  expect(await use(shown)).toBe("limited")
})

test("no operator's device is trusted, whether the phone operates before or after, or the account has a seat", async () => {
  const auth = await testAuth()
  const { pat, account, token, trust, use } = await withTrust(auth)
  expect(await trust({ operatorPhones: [pat.phone] })).toBeUndefined()
  expect(await use(token, { operatorPhones: [pat.phone] })).toBeUndefined()
  await auth.core.operatorSeats.take(pat.phone, { accountId: account.id, signedInAt: auth.now() }, auth.now())
  expect(await trust()).toBeUndefined()
  expect(await use(token)).toBeUndefined()
})

test("only a whitelabel that offers it has trusted devices, and one that stops has none from then on", async () => {
  const auth = await testAuth()
  const { token, trust, use, enter } = await withTrust(auth)
  await setTrust(auth, false)
  await setTrust(auth, true, 4)
  expect(await trust()).toBeUndefined()
  expect(await use(token)).toBeUndefined()
  await setTrust(auth, true)
  await enter(token)
})

test("a trust ends when its owner ends it, and after 30 days however often it was used; another's is not there", async () => {
  const auth = await testAuth()
  const { pat, account, token, use, enter, kinds } = await withTrust(auth)
  const lee = await member(auth, 1)
  const { next } = await enter(token)
  const [trust] = await auth.core.trustedDevices.list(account.id, auth.now())
  const id = trust?.id ?? ""
  expect(await endTrust({ id }, lee.caller, auth.core)).toMatchObject({ kind: "not-found" })
  auth.pass(days(30))
  expect(await use(next)).toBeUndefined()
  expect(await auth.core.trustedDevices.list(account.id, auth.now())).toEqual([])
  expect(await endTrust({ id }, pat.caller, auth.core)).toBeUndefined()
  expect((await kinds(1))[0]).toBe("device-untrusted")

  const again = await withTrust(auth, 2)
  const [other] = await auth.core.trustedDevices.list(again.account.id, auth.now())
  await endTrust({ id: other?.id ?? "" }, again.pat.caller, auth.core)
  expect(await again.use(again.token)).toBeUndefined()
})

test("signing out everywhere ends every trust, and the one browser from elsewhere ends its own, and signing out there ends none", async () => {
  const auth = await testAuth()
  const { pat, account, token, use, enter } = await withTrust(auth)
  await signOut({}, pat.caller, auth.core)
  const { tokens, next } = await enter(token)
  const found = await whoIsThis(tokens.accessToken, "browser", auth.core)
  if (isRefusal(found)) throw new Error("signed out")
  await signOutSession({ id: found.session.id }, pat.caller, auth.core)
  expect(await use(next)).toBeUndefined()
  expect(await auth.core.trustedDevices.list(account.id, auth.now())).toEqual([])

  const lee = await withTrust(auth, 1)
  await signOutEverywhere({}, lee.pat.caller, auth.core)
  expect(await lee.use(lee.token)).toBeUndefined()
})

test("a change of phone ends every trust when it takes effect, that of the browser that asked for it too", async () => {
  const auth = await testAuth()
  const { pat, token, use } = await withTrust(auth)
  const { prove } = await changing(auth, pat)
  await prove("new")
  expect(await prove("old")).toEqual({ changed: true })
  expect(await use(token)).toBeUndefined()
})

test("a change of phone that is due, and that nobody has looked at, ends it as well", async () => {
  const auth = await testAuth()
  const { pat, token, use } = await withTrust(auth)
  const { prove } = await changing(auth, pat)
  await prove("new")
  expect(await waitForPhone({}, pat.caller, auth.core)).not.toHaveProperty("refused")
  auth.pass(hours(72))
  expect(await use(token)).toBeUndefined()
})
