import { expect } from "vitest"
import { elsewhere, join, wrong } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { minutes } from "@/lib/time"

/** The network at which the person of these tests asks for their PIN. */
export const home = "192.0.2.1"

/** Types a PIN for an email, from an address. */
export const enter = (auth: TestAuth, email: string, pin: string, address: string) =>
  auth.call("verifyPin", { body: { email, pin }, address })

/** A PIN that a stranger asked for, since nobody has one of this person's that lives. */
export async function freshPin(auth: TestAuth, email: string, phone: string) {
  const before = auth.outbox.length
  expect((await auth.call("emailCheck", { body: { email }, address: elsewhere() })).status).toBe(200)
  expect(auth.outbox).toHaveLength(before + 1)
  return auth.pinFor(phone)
}

/** A known person, a live PIN of theirs that they asked for at home, and the token of the device that they signed in on. */
export async function waiting() {
  const auth = await testAuth()
  const { email, phone, accessToken } = await join(auth)
  await auth.call("emailCheck", { body: { email }, address: home })
  return { auth, email, phone, pin: auth.pinFor(phone), device: { authorization: `Bearer ${accessToken}` } }
}
export type Waiting = Awaited<ReturnType<typeof waiting>>
export const fromDevice = ({ auth, email, device }: Waiting, pin: string, address = elsewhere()) =>
  auth.call("verifyPin", { body: { email, pin }, headers: device, address })

/** A fresh PIN that the owner asked for on their device. */
export async function ownPin({ auth, email, phone, device }: Waiting) {
  const before = auth.outbox.length
  await auth.call("emailCheck", { body: { email }, headers: device, address: elsewhere() })
  expect(auth.outbox).toHaveLength(before + 1)
  return auth.pinFor(phone)
}

/** Strangers use up all that they may guess at this person, and the tries of each PIN that they ask for. */
export async function exhaust({ auth, email, phone }: Waiting) {
  for (let round = 0; round < 3; round++) {
    for (let tries = 0; tries < 6; tries++) await enter(auth, email, wrong(auth.pinFor(phone)), elsewhere())
    auth.pass(minutes(11))
    await auth.call("emailCheck", { body: { email }, address: elsewhere() })
  }
}
