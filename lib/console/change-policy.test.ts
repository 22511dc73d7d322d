import { expect, test } from "vitest"
import { changePolicy } from "@/lib/console/change-policy"
import type { Operator } from "@/lib/console/operator"
import { dollars } from "@/lib/firewall/money"
import { firewallPolicy } from "@/lib/firewall/policy"
import type { PolicyChange } from "@/lib/firewall/versions/change"
import type { Announced } from "@/lib/firewall/versions/document"
import { refreshedEvery } from "@/lib/firewall/versions/kept"
import { consoleSite, inBrowser, jarWith, operatorIn } from "@/lib/testing/operators"
import { elsewhere, must, person } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { after, hours, seconds } from "@/lib/time"

/** An operator who may change the policy. */
async function atPolicy() {
  const { auth, site } = await consoleSite([person(0).phone])
  const operator = (await operatorIn(site, await jarWith({ accessToken: await inBrowser(auth, 0) }, site))) as Operator
  const { id: by } = operator.signedIn.account
  const change = (made: PolicyChange, expected: number) =>
    changePolicy({ expected, change: made, why: "a busy night" }, operator, auth.core)
  const ask = async (number: number, mobile = person(number).phone, countryCode = "US") => {
    const body = { ...person(number).details, mobile, countryCode }
    return (await auth.call("register", { body, address: elsewhere() })).status
  }
  return { auth, change, ask, by }
}

const values = (settings: Record<string, number | null>, more: object = {}): PolicyChange => ({
  ...{ kind: "values", settings, whitelabels: {} },
  ...more,
})

test("a change holds at once, with who, when and why, and another process follows", async () => {
  const { auth, change, ask, by } = await atPolicy()
  const other = await testAuth({ sameData: true })
  await other.core.policies.kept.refresh()
  expect(other.core.firewall.policy).toEqual(firewallPolicy)
  expect(await change(values({ "budgets.all.hour": 1, "budgets.country.hour": 1 }), 0)).toEqual({
    kind: "changed",
    id: 1,
  })
  expect(auth.core.firewall.policy.budgets.all).toEqual({ hour: dollars(1), day: dollars(600) })
  const [made] = await auth.core.policies.versions.list(5)
  expect(made).toMatchObject({ id: 1, by, why: "a busy night", kind: "values" })
  expect(await auth.core.events.list(by, 20)).toContainEqual(
    expect.objectContaining({ kind: "console-policy-changed", reason: "version 1" }),
  )
  auth.pass(refreshedEvery + seconds(1))
  other.core.firewall.policy
  await other.settled()
  expect(other.core.firewall.policy.budgets.all.hour).toBe(dollars(1))
  expect(await ask(1)).toBe(201)
  const db = await testDatabase({ empty: false })
  await db.budget.updateMany({ where: { name: { startsWith: "all:" } }, data: { spent: dollars(1) } })
  expect(await ask(2)).toBe(503)
})

test("of two operators at once one wins, and the other is told, and nothing of theirs is half kept", async () => {
  const { auth, change } = await atPolicy()
  const both = await Promise.all([change(values({ "block.free": 20 }), 0), change(values({ "prefix.free": 50 }), 0)])
  expect(both.map(({ kind }) => kind).sort()).toEqual(["changed", "moved"])
  expect(await auth.core.policies.versions.list(5)).toHaveLength(1)
  expect(await change(values({ "block.free": 20 }), 0)).toEqual({ kind: "moved" })
})

test("an undo is a new version, equal to an earlier one", async () => {
  const { auth, change } = await atPolicy()
  await change(values({ "block.free": 20 }), 0)
  await change(values({ "block.free": 30, "growth.factor": 2 }), 1)
  const { versions } = auth.core.policies
  const document = (await versions.of(1))?.document
  if (!document) throw new Error("version 1 is lost")
  expect(await change({ kind: "undo", document }, 2)).toEqual({ kind: "changed", id: 3 })
  expect((await versions.newest())?.document).toEqual(document)
  expect(auth.core.firewall.policy).toEqual({ ...firewallPolicy, block: { ...firewallPolicy.block, free: 20 } })
  expect((await versions.list(5)).map(({ id, kind }) => [id, kind])).toEqual([
    [3, "undo"],
    [2, "values"],
    [1, "values"],
  ])
})

test("an announced country gets messages from its beginning to its end by the clock, and none once it was ended by hand", async () => {
  const { auth, change, ask } = await atPolicy()
  const [from, until] = [after(auth.now(), hours(1)), after(auth.now(), hours(3))]
  const about = { id: "opening", name: "Singapore opens", people: 200, from, until }
  const event: Announced = { ...about, kind: "country", country: "SG" }
  expect(await ask(1, "+6581234567", "SG")).toBe(400)
  await change({ kind: "announce", event }, 0)
  expect(await ask(2, "+6581234568", "SG")).toBe(400)
  auth.pass(hours(2))
  expect(await ask(3, "+6581234569", "SG")).toBe(201)
  auth.pass(hours(2))
  expect(await ask(4, "+6581234570", "SG")).toBe(400)
  expect(await change({ kind: "end", event: "opening" }, 1)).toEqual({ kind: "gone" })
  const again = { ...event, id: "again", from: auth.now(), until: after(auth.now(), hours(2)) }
  await change({ kind: "announce", event: again }, 1)
  expect(await ask(5, "+6581234571", "SG")).toBe(201)
  auth.pass(hours(1))
  await change({ kind: "end", event: "again" }, 2)
  expect(await ask(6, "+6581234572", "SG")).toBe(400)
})

test("no version passes the day's ceiling, nor shuts out the operator who makes it", async () => {
  const { auth, change } = await atPolicy()
  expect(await change(values({ "budgets.all.day": 1201 }), 0)).toEqual({
    kind: "not-possible",
    problems: [{ at: "budgets.all.day", kind: "over-ceiling", ceiling: 1200 }],
  })
  expect(await change(values({}, { countries: ["HK"] }), 0)).toEqual({ kind: "own-country" })
  expect(await auth.core.policies.versions.list(5)).toEqual([])
  const lower = await testAuth({ sameData: true, ceiling: 100 })
  expect(lower.core.firewall.policy.budgets.all.day).toBe(dollars(100))
})

test("a version that cannot be read stops nobody: the defaults hold, and the log says so", async () => {
  const { auth, change, ask } = await atPolicy()
  await change(values({ "block.free": 20 }), 0)
  const db = await testDatabase({ empty: false })
  const row = { id: 2, at: auth.now(), by: "nobody", why: "by hand", kind: "values" }
  await db.policyVersion.create({ data: { ...row, document: { settings: { "block.free": "many" } } } })
  await auth.core.policies.kept.refresh()
  expect(auth.warnings).toContain("policy-malformed")
  expect(auth.core.firewall.policy).toEqual(firewallPolicy)
  await must(201, auth.call("register", { body: person(1).details, address: elsewhere() }))
  expect(await ask(2)).toBe(201)
  // The next version is made of the defaults, and puts it right.
  expect(await change(values({ "block.free": 30 }), 2)).toEqual({ kind: "changed", id: 3 })
  expect(auth.core.firewall.policy.block.free).toBe(30)
})
