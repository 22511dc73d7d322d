import { describe, expect, test } from "vitest"
import { policy } from "@/lib/limits/policy"
import { bearer, elsewhere } from "@/lib/testing/people"
import { basic, joinShop, machines, machineToken, postForm } from "@/lib/testing/shoppers"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { hours, seconds } from "@/lib/time"

const [admin, warehouse] = machines as [(typeof machines)[0], (typeof machines)[0]]
const grant = { grant_type: "client_credentials" }
const inBody = ({ id, secret }: { id: string; secret: string }) => ({ client_id: id, client_secret: secret })
const error = (status: number, name: string) => ({
  status,
  body: { error: name, error_description: expect.any(String) },
})
const withMachines = () => testAuth({ oauthClients: machines })

describe("a client names itself", () => {
  const raw = (pair: string) => ({ authorization: `Basic ${Buffer.from(pair).toString("base64")}` })
  test.each([
    ["by a form", inBody(warehouse), {}],
    ["by HTTP Basic, form-encoded as RFC 6749 says", {}, basic(warehouse)],
    ["by HTTP Basic as curl -u writes it", {}, raw(`${warehouse.id}:${warehouse.secret}`)],
    ["by HTTP Basic, and its id in the body too", { client_id: warehouse.id }, basic(warehouse)],
  ])("%s", async (_, fields, headers) => {
    const auth = await withMachines()
    const answer = await postForm(auth, "token", { ...grant, ...fields }, { headers })
    expect(answer).toMatchObject({ status: 200, body: { scope: "read:orders write:orders", expires_in: 7200 } })
  })

  test.each([
    ["in snake case", { ...grant, ...inBody(warehouse) }],
    ["in camel case", { grantType: "client_credentials", clientId: warehouse.id, clientSecret: warehouse.secret }],
  ])("by JSON %s", async (_, body) => {
    const auth = await withMachines()
    expect((await auth.callTo("oauth", "token", { body })).status).toBe(200)
  })

  test.each([
    ["not at all", {}, {}],
    ["by an id alone", { client_id: admin.id }, {}],
    ["by a wrong secret", inBody({ ...admin, secret: "guess" }), {}],
    ["by the secret of another", inBody({ ...admin, secret: warehouse.secret }), {}],
    ["by an unknown id", inBody({ id: "nobody", secret: admin.secret }), {}],
    ["by Basic with a wrong secret", {}, basic({ ...admin, secret: "guess" })],
    ["by Basic that is no base64", {}, { authorization: "Basic %%%" }],
    ["by Basic without a colon", {}, raw("nobody")],
    ["by Basic that is no UTF-8", {}, { authorization: "Basic /w==" }],
    ["by Basic with NUL in it", {}, raw("no%00body:\0")],
    ["by a bearer token", {}, bearer("whatever")],
  ])("%s: 401 invalid_client, and how to do better", async (_, fields, headers) => {
    const auth = await withMachines()
    for (const [path, more] of [
      ["token", grant],
      ["introspect", { token: "x" }],
      ["revoke", { token: "x" }],
    ] as const) {
      const options = { headers: headers as Record<string, string>, address: elsewhere() }
      const answer = await postForm(auth, path, { ...more, ...(fields as object) }, options)
      expect(answer).toMatchObject(error(401, "invalid_client"))
      expect(answer.headers.get("www-authenticate")).toMatch(/^Basic realm=/)
    }
    expect(auth.surprises).toEqual([])
  })

  test.each([
    ["in two ways at once", inBody(admin), basic(admin)],
    ["as two clients at once", { client_id: warehouse.id }, basic(admin)],
  ])("%s: 400 invalid_request", async (_, fields, headers) => {
    const auth = await withMachines()
    const answer = await postForm(auth, "token", { ...grant, ...fields }, { headers })
    expect(answer).toMatchObject(error(400, "invalid_request"))
  })

  test("guesses at a secret are limited; the client itself goes on, wherever it is", async () => {
    const auth = await withMachines()
    const guess = () => postForm(auth, "token", { ...grant, ...inBody({ ...admin, secret: "guess" }) })
    for (let tries = 0; tries < 5; tries++) expect(await guess()).toMatchObject(error(401, "invalid_client"))
    const limited = await guess()
    expect(limited).toMatchObject(error(429, "rate_limited"))
    expect(Number(limited.headers.get("retry-after"))).toBe(5)
    await machineToken(auth, admin)
    expect((await postForm(auth, "token", { ...grant, ...inBody(admin) })).status).toBe(200)
    expect(await guess()).toMatchObject(error(401, "invalid_client"))
    expect((await postForm(auth, "token", { ...grant, ...inBody(admin) })).status).toBe(200)
    expect(policy.clientTries.points).toBeGreaterThan(policy.passwordTries.points)
  })
})

describe("the token endpoint", () => {
  const ask = (auth: TestAuth, fields: Record<string, string>) =>
    postForm(auth, "token", { ...inBody(warehouse), ...fields })

  test.each(["password", "implicit", "urn:ietf:params:oauth:grant-type:device_code", "nonsense"])(
    "%s is an unsupported_grant_type",
    async (name) => {
      const auth = await withMachines()
      expect(await ask(auth, { grant_type: name })).toMatchObject(error(400, "unsupported_grant_type"))
    },
  )

  test.each([
    ["no grant_type", ""],
    ["an empty grant_type", "grant_type="],
    ["grant_type twice", "grant_type=client_credentials&grant_type=client_credentials"],
    ["grant_type as an object", "grant_type[a]=client_credentials"],
    ["scope twice", "grant_type=client_credentials&scope=a&scope=b"],
    ["a body that is no JSON", "{"],
  ])("%s is an invalid_request", async (_, body) => {
    const auth = await withMachines()
    const headers = { "content-type": "application/x-www-form-urlencoded", ...basic(warehouse) }
    expect(await auth.callTo("oauth", "token", { body, headers })).toMatchObject(error(400, "invalid_request"))
  })

  test("grants the scopes that are asked for, within what the client may have", async () => {
    const auth = await withMachines()
    expect((await ask(auth, { ...grant, scope: "read:orders" })).body.scope).toBe("read:orders")
    expect((await ask(auth, { ...grant, scope: "" })).body.scope).toBe("read:orders write:orders")
    for (const scope of ["admin", "read:orders admin", "read", '"'])
      expect(await ask(auth, { ...grant, scope })).toMatchObject(error(400, "invalid_scope"))
  })

  test("its tokens live two hours and cannot be refreshed", async () => {
    const auth = await withMachines()
    const token = await machineToken(auth, warehouse)
    const active = async () =>
      (await postForm(auth, "introspect", { token, ...inBody(warehouse) }, { address: elsewhere() })).body.active
    auth.pass(hours(2) - seconds(1))
    expect(await active()).toBe(true)
    auth.pass(seconds(1))
    expect(await active()).toBe(false)
    const body = { refreshToken: token }
    expect((await auth.callTo("commerce", "refresh", { body })).status).toBe(401)
  })

  test("a machine's token stands for no person, whatever its scopes", async () => {
    const auth = await testAuth({ oauthClients: [{ ...admin, scopes: ["read", "write", "read:profile"] }] })
    const headers = bearer(await machineToken(auth, admin))
    const lacking = { status: 403, body: { error: { code: "insufficient_scope" } } }
    expect(await auth.callTo("commerce", "me", { headers })).toMatchObject(lacking)
    expect(await auth.callTo("commerce", "apiKeys", { headers })).toMatchObject(lacking)
    expect(await auth.callTo("commerce", "logout", { method: "POST", headers })).toMatchObject(lacking)
  })
})

describe("introspection and revocation speak of the client's own tokens only", () => {
  const introspect = (auth: TestAuth, token: string, client = warehouse) =>
    postForm(auth, "introspect", { token }, { headers: basic(client) })
  const revoke = (auth: TestAuth, token: string, client = warehouse) =>
    postForm(auth, "revoke", { token, token_type_hint: "refresh_token" }, { headers: basic(client) })

  test("of its own it tells what RFC 7662 names", async () => {
    const auth = await withMachines()
    const now = Math.floor(auth.now().getTime() / 1000)
    const answer = await introspect(auth, await machineToken(auth, warehouse))
    const issuer = "https://latchkey.example"
    const times = { iat: now, exp: now + 7200 }
    const who = { client_id: "warehouse", sub: "warehouse", iss: issuer, aud: issuer }
    expect(answer.body).toEqual({
      active: true,
      token_type: "Bearer",
      scope: "read:orders write:orders",
      ...who,
      ...times,
    })
    expect(answer.headers.get("cache-control")).toBe("no-store")
  })

  test("another client's, a person's and an unknown token are inactive, and nothing more is said", async () => {
    const auth = await testAuth({ oauthClients: [...machines, { id: "commerce", secret: "a name sake", scopes: [] }] })
    const person = await joinShop(auth)
    const own = await machineToken(auth, admin)
    for (const token of [own, person.accessToken, person.refreshToken, "unknown"]) {
      expect((await introspect(auth, token)).body).toEqual({ active: false })
      expect(await revoke(auth, token)).toMatchObject({ status: 200, text: "" })
      const namesake = { id: "commerce", secret: "a name sake", scopes: [] }
      expect((await introspect(auth, token, namesake)).body).toEqual({ active: false })
      await revoke(auth, token, namesake)
    }
    expect((await introspect(auth, own, admin)).body.active).toBe(true)
    expect((await auth.callTo("commerce", "me", { headers: bearer(person.accessToken) })).status).toBe(200)
  })

  test("a revoked one is dead at once, and revoking it again is no error", async () => {
    const auth = await withMachines()
    const [token, other] = [await machineToken(auth, warehouse), await machineToken(auth, warehouse)]
    for (let times = 0; times < 2; times++) expect(await revoke(auth, token)).toMatchObject({ status: 200, text: "" })
    expect((await introspect(auth, token)).body).toEqual({ active: false })
    expect((await introspect(auth, other)).body.active).toBe(true)
  })

  test.each(["introspect", "revoke"] as const)("%s without a token is an invalid_request", async (path) => {
    const auth = await withMachines()
    const answer = await postForm(auth, path, {}, { headers: basic(warehouse) })
    expect(answer).toMatchObject(error(400, "invalid_request"))
  })
})
