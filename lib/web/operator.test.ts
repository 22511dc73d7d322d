import { expect, test } from "vitest"
import { consoleSite, inBrowser, jarWith } from "@/lib/testing/operators"
import { join, person } from "@/lib/testing/people"
import { operatorOf } from "@/lib/web/operator"

const { phone } = person(0)

test("whoever has proved to have an operator's phone is an operator, on our pages", async () => {
  const { auth, site } = await consoleSite([phone])
  const accessToken = await inBrowser(auth, 0)
  const operator = await operatorOf(site, await jarWith({ accessToken }, site))
  expect(operator?.signedIn.account).toMatchObject({ phone })
})

test("nobody else is: not somebody with another phone, not nobody, not where no phone is an operator's", async () => {
  const { auth, site } = await consoleSite([phone])
  const other = await inBrowser(auth, 1)
  expect(await operatorOf(site, await jarWith({ accessToken: other }, site))).toBeUndefined()
  expect(await operatorOf(site, await jarWith({}, site))).toBeUndefined()
  const accessToken = await inBrowser(auth, 0)
  const jar = await jarWith({ accessToken }, site)
  expect(await operatorOf({ ...site, operators: new Set() }, jar)).toBeUndefined()
})

test("a token of an API opens no console, though its bearer has the phone", async () => {
  const { auth, site } = await consoleSite([phone])
  const { accessToken } = await join(auth, 0)
  expect(await operatorOf(site, await jarWith({ accessToken }, site))).toBeUndefined()
})

test("an operator's email with another phone opens nothing, nor does the phone while it is only claimed", async () => {
  const { auth, site } = await consoleSite([phone])
  const accessToken = await inBrowser(auth, 1)
  const jar = await jarWith({ accessToken }, site)
  const account = (await auth.core.accounts.by("email", "handbid", person(1).email))?.id ?? ""
  const { testDatabase } = await import("@/lib/testing/test-database")
  const db = await testDatabase({ empty: false })
  await db.account.update({ where: { id: account }, data: { email: person(0).email, phone, phoneVerifiedAt: null } })
  expect(await operatorOf(site, jar)).toBeUndefined()
  await db.account.update({ where: { id: account }, data: { phoneVerifiedAt: auth.now() } })
  expect(await operatorOf(site, jar)).toBeDefined()
})

test("a session that was ended opens nothing any more", async () => {
  const { auth, site } = await consoleSite([phone])
  const accessToken = await inBrowser(auth, 0)
  const jar = await jarWith({ accessToken }, site)
  const operator = await operatorOf(site, jar)
  await auth.core.sessions.revoke(operator?.signedIn.session.id ?? "", auth.now())
  expect(await operatorOf(site, jar)).toBeUndefined()
})
