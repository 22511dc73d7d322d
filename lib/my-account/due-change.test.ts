import { expect, test } from "vitest"
import { cancelPhoneChange, changePhone } from "@/lib/my-account/change-phone"
import { waitForPhone } from "@/lib/my-account/wait-for-phone"
import type { Core, Member } from "@/lib/sign-in/core"
import { signOut, signOutEverywhere, signOutSession } from "@/lib/sign-in/sign-out"
import { mint } from "@/lib/sign-in/steps/mint"
import { settlePhoneChange } from "@/lib/sign-in/steps/settle-phone-change"
import { changing, nextPhone as next } from "@/lib/testing/changing-phone"
import { bearerOf, isOpen, member } from "@/lib/testing/members"
import { elsewhere, must, signIn } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { hours, minutes, seconds } from "@/lib/time"

const kinds = async ({ core }: TestAuth, { signedIn }: Member) =>
  (await core.events.list(signedIn.account.id, 20)).map(({ kind }) => kind)

test("a PIN that the old phone got before the change was due opens nothing after, and signs in nobody beside the asker", async () => {
  const auth = await testAuth()
  const pat = await changing(auth)
  await pat.prove("new")
  await waitForPhone({}, pat.caller, auth.core)
  const { id } = pat.caller.signedIn.account
  auth.pass(hours(72) - minutes(2))
  await must(200, auth.call("emailCheck", { body: { email: pat.email }, address: elsewhere() }))
  const late = { email: pat.email, pin: auth.pinFor(pat.phone) }
  auth.pass(minutes(2) + seconds(30))
  expect((await auth.call("verifyPin", { body: late, address: elsewhere() })).status).toBe(401)
  const open = await auth.core.sessions.list(id, auth.now())
  expect(open.map((session) => session.id)).toEqual([pat.caller.signedIn.session.id])
})

test("a session on the old phone is not refreshed any more once the change is due; the one that asked is", async () => {
  const auth = await testAuth()
  const pat = await changing(auth)
  const { refreshToken } = await signIn(auth)
  await pat.prove("new")
  await waitForPhone({}, pat.caller, auth.core)
  auth.pass(hours(72) + minutes(1))
  await must(401, auth.call("refreshToken", { body: { refreshToken } }))
  await must(200, auth.call("refreshToken", { body: { refreshToken: pat.refreshToken } }))
})

test("nor does it open anything from then on, though nobody looked; the one that asked does", async () => {
  const auth = await testAuth()
  const pat = await changing(auth)
  const other = await signIn(auth)
  await pat.prove("new")
  await waitForPhone({}, pat.caller, auth.core)
  auth.pass(hours(72) - seconds(1))
  expect(await isOpen(auth, other.accessToken)).toBe(true)
  auth.pass(seconds(2))
  expect(await isOpen(auth, other.accessToken)).toBe(false)
  expect(await isOpen(auth, pat.accessToken)).toBe(true)
})

test("a PIN of the old phone loses to a change that takes effect, or falls due, between its look and its use", async () => {
  const auth = await testAuth()
  const pat = await changing(auth)
  await pat.prove("new")
  await waitForPhone({}, pat.caller, auth.core)
  const { account } = pat.caller.signedIn
  auth.pass(hours(72) - minutes(2))
  await must(200, auth.call("emailCheck", { body: { email: pat.email }, address: elsewhere() }))
  const challenge = await auth.core.challenges.unused("handbid", pat.email)
  const before = auth.now()
  auth.pass(minutes(3))
  const use = async (now: Date) =>
    auth.core.redeem({
      ...(challenge && { challenge }),
      session: (await mint({ account }, pat.caller, auth.core)).session,
      event: { at: now, realm: "handbid", kind: "signed-in" },
      now,
    })
  expect(await use(auth.now())).toBe("lost")
  await settlePhoneChange(account, auth.core)
  expect(await use(before)).toBe("lost")
})

test("the session that asked outlives the change, whichever looks first", async () => {
  const auth = await testAuth()
  const pat = await changing(auth)
  const other = await signIn(auth)
  await pat.prove("new")
  await waitForPhone({}, pat.caller, auth.core)
  auth.pass(hours(73))
  // Anybody's look will do, even at the email.
  await must(200, auth.call("emailCheck", { body: { email: pat.email }, address: elsewhere() }))
  expect(await isOpen(auth, other.accessToken)).toBe(false)
  expect(await isOpen(auth, pat.accessToken)).toBe(true)
})

test("a change that is due is neither cancelled nor replaced by another any more", async () => {
  const auth = await testAuth()
  const pat = await changing(auth)
  const other = await bearerOf(auth, (await signIn(auth)).accessToken)
  await pat.prove("new")
  await waitForPhone({}, pat.caller, auth.core)
  auth.pass(hours(73))
  expect(await cancelPhoneChange({}, other, auth.core)).toMatchObject({ kind: "not-found" })
  const again = await changePhone({ phone: "+13035558888", country: "US" }, other, auth.core)
  expect(again).toMatchObject({ kind: "not-found" })
  expect(await pat.phoneNow()).toBe(next)
})

test("the owner cancels it while it waits, and it never comes", async () => {
  const auth = await testAuth()
  const pat = await changing(auth)
  await pat.prove("new")
  await waitForPhone({}, pat.caller, auth.core)
  auth.pass(hours(71))
  expect(await cancelPhoneChange({}, pat.caller, auth.core)).toBeUndefined()
  auth.pass(hours(2))
  expect(await settlePhoneChange(pat.caller.signedIn.account, auth.core)).toBeUndefined()
  expect(await pat.phoneNow()).toBe(pat.phone)
  expect(await kinds(auth, pat.caller)).toContain("phone-change-cancelled")
})

test("of many looks at once one lets it take effect, and it is recorded once", async () => {
  const auth = await testAuth()
  const pat = await changing(auth)
  await pat.prove("new")
  await waitForPhone({}, pat.caller, auth.core)
  auth.pass(hours(72))
  const { account } = pat.caller.signedIn
  const looks = await Promise.all([1, 2, 3, 4].map(() => settlePhoneChange(account, auth.core)))
  expect(looks.filter(Boolean)).toEqual([{ oldPhone: pat.phone }])
  expect((await kinds(auth, pat.caller)).filter((kind) => kind === "phone-changed")).toHaveLength(1)
})

/** A change that waits for its 72 hours, asked for in a browser that somebody else may hold. */
async function waitingElsewhere(auth: TestAuth) {
  const thief = await changing(auth)
  await thief.prove("new")
  await waitForPhone({}, thief.caller, auth.core)
  const owner = await bearerOf(auth, (await signIn(auth)).accessToken)
  const takesEffect = async () => {
    auth.pass(hours(73))
    await settlePhoneChange(owner.signedIn.account, auth.core)
    return (await thief.phoneNow()) === next
  }
  return { thief, owner, takesEffect }
}

test("it ends with the session that asked for it, if that is signed out from another", async () => {
  const auth = await testAuth()
  const { thief, owner, takesEffect } = await waitingElsewhere(auth)
  expect(await signOutSession({ id: thief.caller.signedIn.session.id }, owner, auth.core)).toBeUndefined()
  expect(await kinds(auth, owner)).toContain("phone-change-cancelled")
  expect(await takesEffect()).toBe(false)
})

test("it ends with every session, if another than the one that asked signs out everywhere", async () => {
  const auth = await testAuth()
  const { owner, takesEffect } = await waitingElsewhere(auth)
  await signOutEverywhere({}, owner, auth.core)
  expect(await takesEffect()).toBe(false)
})

test("it goes on where its own browser signs out, there or everywhere, and where another session is ended", async () => {
  for (const end of [signOut, (_: object, of: Member, core: Core) => signOutEverywhere({}, of, core)]) {
    const auth = await testAuth()
    const { thief: lostTheirPhone, owner: another, takesEffect } = await waitingElsewhere(auth)
    await signOutSession({ id: another.signedIn.session.id }, lostTheirPhone.caller, auth.core)
    await end({}, lostTheirPhone.caller, auth.core)
    expect(await takesEffect()).toBe(true)
  }
})

test("none begins by a session that has just ended", async () => {
  const auth = await testAuth()
  const pat = await member(auth)
  auth.pass(minutes(1))
  await auth.core.sessions.revoke(pat.caller.signedIn.session.id, auth.now())
  expect(await changePhone({ phone: next, country: "US" }, pat.caller, auth.core)).toMatchObject({ kind: "not-found" })
  expect(await auth.core.phoneChanges.open(pat.caller.signedIn.account.id)).toBeUndefined()
})
