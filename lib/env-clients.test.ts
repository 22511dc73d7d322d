import { expect, test } from "vitest"
import { readEnv } from "@/lib/env"
import { production } from "@/lib/testing/production-env"

test("machines may share no id, and a refusal of theirs repeats neither ids nor secrets", () => {
  const till = { id: "till", secret: "a secret of the till", scopes: [] }
  const clients = (...all: unknown[]) => ({ ...production, OAUTH_CLIENTS: JSON.stringify(all) })
  expect(readEnv(clients(till, { ...till, id: "van" })).OAUTH_CLIENTS.map(({ id }) => id)).toEqual(["till", "van"])
  const twice = clients(till, { ...till, secret: "another of the same name" })
  expect(() => readEnv(twice)).toThrow(/^OAUTH_CLIENTS: ((?!till|secret of|another).)*$/)
  expect(() => readEnv(clients({ ...till, secret: "hunter2" }))).toThrow(/^OAUTH_CLIENTS: ((?!hunter2|till).)*$/)
})

test("an app needs its address alone: it may then ask for who people are, and people are asked", () => {
  const app = { id: "app", redirect_uris: ["https://app.example/cb", "http://127.0.0.1/cb", "com.example.app:/cb"] }
  const { OAUTH_CLIENTS } = readEnv({ ...production, OAUTH_CLIENTS: JSON.stringify([app]) })
  expect(OAUTH_CLIENTS).toEqual([
    {
      ...{ id: "app", scopes: ["openid", "profile", "email", "phone"], redirectUris: app.redirect_uris },
      ...{ postLogoutRedirectUris: [], firstParty: false },
    },
  ])
})
