import { expect, test } from "vitest"
import { redeemCode } from "@/lib/oauth/redeem-code"
import type { AuthorizationCodes } from "@/lib/session/authorization-code"
import { shop, verifier } from "@/lib/testing/apps"
import { handed } from "@/lib/testing/handed"
import { elsewhere } from "@/lib/testing/people"
import { testDatabase } from "@/lib/testing/test-database"

/** The shop, made by an operator, who can disable it, and a code that it was handed. */
async function madeShop() {
  const there = await handed()
  const db = await testDatabase({ empty: false })
  await db.oAuthClient.update({ where: { id: shop.id }, data: { madeBy: "an operator" } })
  const { core } = there.auth
  const disable = async () => {
    const app = (await core.madeApps.list()).find(({ id }) => id === shop.id)
    const event = { at: core.now(), realm: "handbid", kind: "console-app-disabled", reason: shop.id } as const
    return core.madeApps.disable({ id: shop.id, version: app?.version ?? 0 }, event, core.now())
  }
  return { ...there, core, disable }
}

test("a code that is redeemed while its app is being disabled opens nothing", async () => {
  const { core, code, disable } = await madeShop()
  const { find } = core.authorizationCodes
  const authorizationCodes: AuthorizationCodes = {
    ...core.authorizationCodes,
    async find(hash) {
      const found = await find(hash)
      await disable()
      return found
    },
  }
  const shown = {
    code,
    redirectUri: shop.redirectUris[0] ?? "",
    verifier,
    clientId: shop.id,
    clientSecret: shop.secret,
  }
  const caller = {
    realm: "commerce",
    audience: "openid",
    client: shop.id,
    address: elsewhere(),
    userAgent: undefined,
  } as const
  expect(await redeemCode(shown, caller, { ...core, authorizationCodes })).toMatchObject({ kind: "grant-refused" })
})

test("of many codes that are redeemed at the moment in which their app is disabled none leaves a token that opens anything", async () => {
  const { disable, newCode, redeem, person } = await madeShop()
  const codes = []
  for (let index = 0; index < 12; index++) codes.push(await newCode())
  const [won, ...answers] = await Promise.all([disable(), ...codes.map((code) => redeem(code))])
  expect(won).toBe(true)
  const tokens = answers.flatMap(({ body }) => (body.access_token ? [body.access_token as string] : []))
  for (const token of tokens) expect((await person(token)).status).toBe(401)
})

test("whoever an app's end did not reach, because its process ended, is signed out before the app is enabled again", async () => {
  const { core, code, redeem, person, disable } = await madeShop()
  const { body } = await redeem(code)
  const db = await testDatabase({ empty: false })
  await db.$executeRaw`ALTER TABLE "LogoutNotice" RENAME TO "LogoutNoticeElsewhere"`
  try {
    await expect(disable()).rejects.toThrow()
  } finally {
    await db.$executeRaw`ALTER TABLE "LogoutNoticeElsewhere" RENAME TO "LogoutNotice"`
  }
  const { version = 0, disabledAt } = (await core.madeApps.list()).find(({ id }) => id === shop.id) ?? {}
  expect(disabledAt).toEqual(expect.any(Date))
  const event = { at: core.now(), realm: "handbid", kind: "console-app-enabled", reason: shop.id } as const
  expect(await core.madeApps.enable({ id: shop.id, version }, event, core.now())).toBe(true)
  expect((await person(body.access_token as string)).status).toBe(401)
})
