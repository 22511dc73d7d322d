import { describe, expect, test } from "vitest"
import { enter, exhaust, freshPin, fromDevice, home, ownPin, waiting } from "@/lib/testing/guessing"
import { elsewhere, join, person, wrong } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { days, hours, minutes, seconds } from "@/lib/time"

describe("the owner on a device that signed in before", () => {
  test("gets in whatever strangers guessed, on any network", async () => {
    const all = await waiting()
    await exhaust(all)
    expect((await fromDevice(all, await ownPin(all))).status).toBe(200)
  })

  test("has five tries of their own at a PIN", async () => {
    const all = await waiting()
    for (let tries = 0; tries < 5; tries++) await enter(all.auth, all.email, wrong(all.pin), elsewhere())
    for (let tries = 0; tries < 4; tries++) expect((await fromDevice(all, wrong(all.pin))).status).toBe(401)
    expect((await fromDevice(all, all.pin)).status).toBe(200)
  })

  test("keeps the PIN that they asked for, though strangers spend their own tries at it and ask for another", async () => {
    const all = await waiting()
    const { auth, email } = all
    auth.pass(hours(1))
    const pin = await ownPin(all)
    for (let tries = 0; tries < 6; tries++) await enter(auth, email, wrong(pin), elsewhere())
    expect((await auth.call("resendPin", { body: { email }, address: elsewhere() })).status).toBe(202)
    expect(auth.pinFor(all.phone)).toBe(pin)
    expect((await fromDevice(all, pin)).status).toBe(200)
  })

  test("is not held up by thirty tries that somebody else made on the same network", async () => {
    const all = await waiting()
    for (let tries = 0; tries < 31; tries++) await enter(all.auth, `nobody${tries}@example.com`, "000000", home)
    expect((await enter(all.auth, all.email, all.pin, home)).status).toBe(429)
    expect((await fromDevice(all, all.pin, home)).status).toBe(200)
  })

  test("lifts what strangers used up, for a new device of theirs", async () => {
    const all = await waiting()
    const { auth, email, phone } = all
    await exhaust(all)
    expect((await enter(auth, email, auth.pinFor(phone), elsewhere())).status).toBe(429)
    expect((await fromDevice(all, await ownPin(all))).status).toBe(200)
    auth.pass(hours(2))
    expect((await enter(auth, email, await freshPin(auth, email, phone), elsewhere())).status).toBe(200)
  })

  test("is known by a token that has expired, and not by one of another account or one that was never given", async () => {
    const all = await waiting()
    const { auth, email, phone } = all
    await exhaust(all)
    const other = await join(auth, 3)
    for (const token of [other.accessToken, "never-given"]) {
      const headers = { authorization: `Bearer ${token}` }
      const body = { email, pin: auth.pinFor(phone) }
      expect((await auth.call("verifyPin", { body, headers, address: elsewhere() })).status).toBe(429)
    }
    auth.pass(days(40))
    await exhaust(all)
    expect((await fromDevice(all, await ownPin(all))).status).toBe(200)
  })

  test("is a stranger's once its owner signed out everywhere", async () => {
    const all = await waiting()
    const account = await all.auth.core.accounts.by("email", "handbid", all.email)
    await all.auth.core.sessions.revokeAll(account?.id ?? "", all.auth.now())
    await exhaust(all)
    expect((await fromDevice(all, all.auth.pinFor(all.phone))).status).toBe(429)
  })

  test("is a stranger's after a hundred wrong PINs in a row (NIST SP 800-63B-4, 3.2.2)", async () => {
    const all = await waiting()
    const { auth } = all
    let heard = 0
    for (let guess = 0; guess < 140; guess++) {
      if ((await fromDevice(all, "000000")).status === 401) heard += 1
      auth.pass(minutes(16))
    }
    await exhaust(all)
    expect(heard).toBeGreaterThanOrEqual(100)
    expect((await fromDevice(all, auth.pinFor(all.phone))).status).toBe(429)
  })
})

test("of two hundred people behind one address of whom half mistype once, all get in", async () => {
  const auth = await testAuth()
  const statuses: number[] = []
  for (let guest = 0; guest < 200; guest++) {
    const { email, phone, details } = person(guest)
    await auth.call("register", { body: details, address: elsewhere() })
    const pin = auth.pinFor(phone)
    if (guest % 2) statuses.push((await enter(auth, email, wrong(pin), home)).status)
    statuses.push((await enter(auth, email, pin, home)).status)
    await auth.settled()
    auth.pass(seconds(2))
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(200)
  expect(statuses.filter((status) => status === 401)).toHaveLength(100)
})
