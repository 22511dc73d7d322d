import { expect, test } from "vitest"
import { stopPhoneChange } from "@/lib/my-account/stop-phone-change"
import { waitForPhone } from "@/lib/my-account/wait-for-phone"
import { settlePhoneChange } from "@/lib/sign-in/steps/settle-phone-change"
import { changing, nextPhone } from "@/lib/testing/changing-phone"
import { bearerOf, isOpen, member } from "@/lib/testing/members"
import { signIn } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { hours } from "@/lib/time"

/** A change that somebody asked for, and another browser in which the owner is signed in. */
async function askedElsewhere(auth: TestAuth) {
  const thief = await changing(auth)
  const { accessToken } = await signIn(auth)
  return { thief, owner: await bearerOf(auth, accessToken), ownersToken: accessToken }
}

const open = ({ core }: TestAuth, accountId: string) => core.phoneChanges.open(accountId)

test("whoever did not ask for a change stops it with one press, and signs out who did", async () => {
  const auth = await testAuth()
  const { thief, owner, ownersToken } = await askedElsewhere(auth)
  const { id } = owner.signedIn.account
  expect(await stopPhoneChange({}, owner, auth.core)).toBeUndefined()
  expect(await open(auth, id)).toBeUndefined()
  expect(await isOpen(auth, thief.accessToken)).toBe(false)
  expect(await isOpen(auth, ownersToken)).toBe(true)
  const kinds = (await auth.core.events.list(id, 2)).map(({ kind }) => kind)
  expect(kinds.sort()).toEqual(["phone-change-cancelled", "signed-out"])
})

test("one that waits for its 72 hours too: it never comes", async () => {
  const auth = await testAuth()
  const { thief, owner } = await askedElsewhere(auth)
  await thief.prove("new")
  await waitForPhone({}, thief.caller, auth.core)
  auth.pass(hours(71))
  expect(await stopPhoneChange({}, owner, auth.core)).toBeUndefined()
  auth.pass(hours(2))
  expect(await settlePhoneChange(owner.signedIn.account, auth.core)).toBeUndefined()
  expect(await thief.phoneNow()).toBe(thief.phone)
})

test("what is due, what has ended, and another's change are not to be stopped, and nobody is signed out", async () => {
  const auth = await testAuth()
  const { thief, owner } = await askedElsewhere(auth)
  const stranger = await member(auth, 1)
  expect(await stopPhoneChange({}, stranger.caller, auth.core)).toMatchObject({ kind: "not-found" })
  expect(await open(auth, owner.signedIn.account.id)).toBeDefined()
  await thief.prove("new")
  await waitForPhone({}, thief.caller, auth.core)
  auth.pass(hours(73))
  expect(await stopPhoneChange({}, owner, auth.core)).toMatchObject({ kind: "not-found" })
  expect(await isOpen(auth, thief.accessToken)).toBe(true)
  expect(await thief.phoneNow()).toBe(nextPhone)
})

test("whoever asked for it themselves stays signed in", async () => {
  const auth = await testAuth()
  const { thief: asker } = await askedElsewhere(auth)
  expect(await stopPhoneChange({}, asker.caller, auth.core)).toBeUndefined()
  expect(await isOpen(auth, asker.accessToken)).toBe(true)
  expect(await stopPhoneChange({}, asker.caller, auth.core)).toMatchObject({ kind: "not-found" })
})

test("of fifty presses at once one stops it, and it is recorded once", async () => {
  const auth = await testAuth()
  const { thief, owner } = await askedElsewhere(auth)
  const presses = await Promise.all(Array.from({ length: 50 }, () => stopPhoneChange({}, owner, auth.core)))
  expect(presses.filter((refused) => refused === undefined)).toHaveLength(1)
  expect(await isOpen(auth, thief.accessToken)).toBe(false)
  const events = await auth.core.events.list(owner.signedIn.account.id, 20)
  expect(events.filter(({ kind }) => kind === "phone-change-cancelled")).toHaveLength(1)
})
