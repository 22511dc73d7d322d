import { expect, test } from "vitest"
import type { Device } from "@/lib/account/device"
import { policy } from "@/lib/limits/policy"
import { join } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { days, hours } from "@/lib/time"

const phone: Device = { handle: "dQw4w9WgXcQ:APA91b-registration_id", platform: "fcm" }

/** An owner, and a stranger who has learnt the handle of the owner's phone. */
async function two() {
  const auth = await testAuth()
  const [owner, stranger] = await Promise.all(
    [0, 1].map(async (number) => {
      const { email } = await join(auth, number)
      const { id } = (await auth.core.accounts.by("email", "handbid", email)) ?? { id: "nobody" }
      return {
        register: (device: Device = phone) => auth.core.devices.register(device, id, auth.now()),
        reach: () => auth.core.devices.reach(id, auth.now()),
      }
    }),
  )
  if (!owner || !stranger) throw new Error("nobody joined")
  return { auth, owner, stranger }
}

test("a stranger who learns a handle neither takes it away nor makes its owner's phone show the stranger's messages", async () => {
  const { auth, owner, stranger } = await two()
  await owner.register()
  for (let times = 0; times < 3; times++) {
    auth.pass(hours(1))
    await stranger.register()
  }
  expect(await owner.reach()).toEqual([phone])
  expect(await stranger.reach()).toEqual([])
  auth.pass(days(20))
  await stranger.register()
  await owner.register()
  auth.pass(days(20))
  await stranger.register()
  expect(await owner.reach()).toEqual([phone])
  expect(await stranger.reach()).toEqual([])
})

test("a phone that changed hands is the next person's once the first one's app is silent, and stays so", async () => {
  const { auth, owner, stranger: next } = await two()
  await owner.register()
  auth.pass(days(1))
  await next.register()
  auth.pass(policy.deviceLapses - days(1))
  expect(await owner.reach()).toEqual([])
  expect(await next.reach()).toEqual([phone])
  await owner.register()
  expect(await owner.reach()).toEqual([])
  expect(await next.reach()).toEqual([phone])
})

test("the same handle on another platform is another device, and each account has its own", async () => {
  const { auth, owner, stranger } = await two()
  await owner.register()
  auth.pass(1)
  await stranger.register({ ...phone, platform: "aps" })
  await stranger.register({ ...phone, handle: "another" })
  expect(await owner.reach()).toEqual([phone])
  expect(await stranger.reach()).toHaveLength(2)
})

test("at the bound the device that was silent longest goes, never the one just registered", async () => {
  const { auth, owner } = await two()
  await owner.register()
  for (let index = 1; index < policy.mostDevices; index++) {
    auth.pass(1)
    await owner.register({ handle: `handle-${index}`, platform: "fcm" })
  }
  auth.pass(1)
  await owner.register()
  await owner.register({ handle: "one more", platform: "fcm" })
  const handles = (await owner.reach()).map(({ handle }) => handle)
  expect(handles).toHaveLength(policy.mostDevices)
  expect(handles).toEqual(expect.arrayContaining([phone.handle, "one more"]))
  expect(handles).not.toContain("handle-1")
})
