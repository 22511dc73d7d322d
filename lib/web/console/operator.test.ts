import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import type { Operator } from "@/lib/console/operator"
import { isRefusal } from "@/lib/refusal"
import { verifyPin } from "@/lib/sign-in/verify-pin"
import { consoleSite, inBrowser, jarWith, operatorIn } from "@/lib/testing/operators"
import { elsewhere, join, must, person } from "@/lib/testing/people"
import { testDatabase } from "@/lib/testing/test-database"
import { minutes } from "@/lib/time"
import { releaseOperatorForm } from "@/lib/web/console/forms"
import { openCookie } from "@/lib/web/cookie"

const { phone } = person(0)

test("whoever has proved to have an operator's phone is an operator, on our pages", async () => {
  const { auth, site } = await consoleSite([phone])
  const accessToken = await inBrowser(auth, 0)
  const operator = await operatorIn(site, await jarWith({ accessToken }, site))
  expect(operator?.signedIn.account).toMatchObject({ phone })
})

test("nobody else is: not somebody with another phone, not nobody, not where no phone is an operator's", async () => {
  const { auth, site } = await consoleSite([phone])
  const other = await inBrowser(auth, 1)
  expect(await operatorIn(site, await jarWith({ accessToken: other }, site))).toBeUndefined()
  expect(await operatorIn(site, await jarWith({}, site))).toBeUndefined()
  const accessToken = await inBrowser(auth, 0)
  const jar = await jarWith({ accessToken }, site)
  expect(await operatorIn({ ...site, operators: new Set() }, jar)).toBeUndefined()
})

test("a token of an API opens no console, though its bearer has the phone", async () => {
  const { auth, site } = await consoleSite([phone])
  const { accessToken } = await join(auth, 0)
  expect(await operatorIn(site, await jarWith({ accessToken }, site))).toBeUndefined()
})

test("an operator's email with another phone opens nothing, nor does the phone while it is only claimed", async () => {
  const { auth, site } = await consoleSite([phone])
  const accessToken = await inBrowser(auth, 1)
  const jar = await jarWith({ accessToken }, site)
  const account = (await auth.core.accounts.by("email", "handbid", person(1).email))?.id ?? ""
  const db = await testDatabase({ empty: false })
  await db.account.update({ where: { id: account }, data: { email: person(0).email, phone, phoneVerifiedAt: null } })
  expect(await operatorIn(site, jar)).toBeUndefined()
  await db.account.update({ where: { id: account }, data: { phoneVerifiedAt: auth.now() } })
  expect(await operatorIn(site, jar)).toBeDefined()
})

/** A browser of this person, signed in with a PIN. */
async function browserOf({ auth, site }: Awaited<ReturnType<typeof consoleSite>>, email: string) {
  const body = { email }
  await must(200, auth.call("emailCheck", { body, address: elsewhere() }))
  const caller = { realm: "handbid", audience: "browser", client: "browser", userAgent: undefined } as const
  const tokens = await verifyPin({ email, pin: auth.pinFor(phone) }, { ...caller, address: elsewhere() }, auth.core)
  if (isRefusal(tokens)) throw new Error(tokens.kind)
  return jarWith({ accessToken: tokens.accessToken }, site)
}

/** Another account that got in with a PIN of the operator's phone, under an email of its own. */
async function intruder(there: Awaited<ReturnType<typeof consoleSite>>) {
  const { auth } = there
  const { details } = person(1)
  const body = { ...details, email: "intruder@example.com", mobile: phone }
  auth.pass(minutes(5))
  await must(201, auth.call("register", { body, address: elsewhere() }))
  const proof = { email: body.email, pin: auth.pinFor(phone) }
  await must(200, auth.call("verifyPin", { body: proof, address: elsewhere() }))
  auth.pass(minutes(5))
  return browserOf(there, body.email)
}

test("an operator's phone makes one account an operator: whoever verifies it later under another email is none", async () => {
  const there = await consoleSite([phone])
  const jar = await jarWith({ accessToken: await inBrowser(there.auth, 0) }, there.site)
  const theirs = await intruder(there)
  // Though they look first.
  expect(await operatorIn(there.site, theirs)).toBeUndefined()
  expect(await operatorIn(there.site, jar)).toBeDefined()
  expect(await operatorIn(there.site, theirs)).toBeUndefined()
})

test("of many looks at once every one of the operator's is let in, and the seat is recorded once", async () => {
  const there = await consoleSite([phone])
  const jar = await jarWith({ accessToken: await inBrowser(there.auth, 0) }, there.site)
  const looks = await Promise.all([1, 2, 3, 4].map(() => operatorIn(there.site, jar)))
  const [operator] = looks
  expect(looks.every(Boolean)).toBe(true)
  const events = await there.auth.core.events.list(operator?.signedIn.account.id ?? "", 20)
  expect(events.filter(({ kind }) => kind === "operator-seated")).toHaveLength(1)
})

test("another operator ends their access, at once; the next account that signs in with the phone has it", async () => {
  const other = person(2).phone
  const there = await consoleSite([phone, other])
  const { auth, site } = there
  const jar = await jarWith({ accessToken: await inBrowser(auth, 0) }, site)
  const operator = (await operatorIn(site, jar)) as Operator
  const { id } = operator.signedIn.account
  const second = (await operatorIn(site, await jarWith({ accessToken: await inBrowser(auth, 2) }, site))) as Operator
  const theirs = await intruder(there)
  const release = async (fields: Record<string, string>, by: Operator) => {
    const read = releaseOperatorForm.read.safeParse(fields)
    return read.success
      ? releaseOperatorForm.run(read.data, by, auth.core, { cookie: await openCookie(site, jar) })
      : { problems: read.error.issues }
  }
  expect(await release({ id }, second)).toMatchObject({ problems: [{ path: ["sure"] }] })
  expect(await release({ id, sure: "on" }, operator)).toMatchObject({ problems: [{ field: "sure" }] })
  expect(await operatorIn(site, jar)).toBeDefined()
  expect(await release({ id, sure: "on" }, second)).toEqual({ go: "/admin?done=operator-released" })
  // Neither comes back by a session from before.
  for (const old of [jar, theirs]) expect(await operatorIn(site, old)).toBeUndefined()
  const kinds = async (account: string) => (await auth.core.events.list(account, 20)).map(({ kind }) => kind)
  expect(await kinds(id)).toContain("operator-released")
  expect(await kinds(second.signedIn.account.id)).toContain("console-operator-released")
  auth.pass(minutes(5))
  expect(await operatorIn(site, await browserOf(there, person(0).email))).toBeDefined()
})

test("an operator who is alone and lost their account is freed by the statement that the README tells", async () => {
  const there = await consoleSite([phone])
  const jar = await jarWith({ accessToken: await inBrowser(there.auth, 0) }, there.site)
  expect(await operatorIn(there.site, jar)).toBeDefined()
  const [, statement = ""] = /`(UPDATE "OperatorSeat" [^`]+)`/.exec(readFileSync("README.md", "utf8")) ?? []
  const db = await testDatabase({ empty: false })
  await db.$executeRawUnsafe(statement.replace("now()", `'${there.auth.now().toISOString()}'`))
  expect(await operatorIn(there.site, jar)).toBeUndefined()
  expect(await operatorIn(there.site, await intruder(there))).toBeDefined()
})

test("an operator with another phone is none, and the seat waits; off the settings it opens nothing, and on them again it does", async () => {
  const { auth, site } = await consoleSite([phone])
  const jar = await jarWith({ accessToken: await inBrowser(auth, 0) }, site)
  const operator = (await operatorIn(site, jar)) as Operator
  const { id } = operator.signedIn.account
  expect(await operatorIn({ ...site, operators: new Set([person(5).phone]) }, jar)).toBeUndefined()
  expect(await operatorIn(site, jar)).toBeDefined()
  const db = await testDatabase({ empty: false })
  await db.account.update({ where: { id }, data: { phone: person(6).phone } })
  expect(await operatorIn(site, jar)).toBeUndefined()
  expect(await auth.core.operatorSeats.holderOf(phone)).toBe(id)
})

test("a look that lets a change of phone take effect shows the console to no session that it ends", async () => {
  const there = await consoleSite([phone, person(7).phone])
  const { auth, site } = there
  const jar = await jarWith({ accessToken: await inBrowser(auth, 0) }, site)
  const { id } = ((await operatorIn(site, jar)) as Operator).signedIn.account
  auth.pass(minutes(1))
  const another = (await operatorIn(site, await browserOf(there, person(0).email))) as Operator
  const at = auth.now()
  const proved = { oldProvedAt: null, newProvedAt: at, effectiveAt: at, noticeId: null, untoldAt: null, createdAt: at }
  const change = {
    id: auth.core.newId(),
    accountId: id,
    askedBy: another.signedIn.session.id,
    newPhone: person(7).phone,
    newCountry: "US",
  }
  await auth.core.phoneChanges.begin({ ...change, ...proved })
  auth.pass(minutes(1))
  expect(await operatorIn(site, jar)).toBeUndefined()
})

test("a session that was ended opens nothing any more", async () => {
  const { auth, site } = await consoleSite([phone])
  const accessToken = await inBrowser(auth, 0)
  const jar = await jarWith({ accessToken }, site)
  const operator = await operatorIn(site, jar)
  await auth.core.sessions.revoke(operator?.signedIn.session.id ?? "", auth.now())
  expect(await operatorIn(site, jar)).toBeUndefined()
})
