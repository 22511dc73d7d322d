import { describe, expect, test } from "vitest"
import {
  Commerce,
  DuplicateError,
  InsufficientScopeError,
  InvalidCredentialsError,
  RateLimitedError,
  TokenError,
  UnreachableError,
  ValidationError,
} from "@/lib/client"
import { jane, keyOf, shop } from "@/lib/testing/commerce-client"
import { hours, minutes } from "@/lib/time"

const { email, password } = jane

describe("every no is an exception of its own", () => {
  test("wrong email or password", async () => {
    const { client } = await shop()
    const signIn = client().auth.login({ email, password })
    await expect(signIn).rejects.toThrow(InvalidCredentialsError)
    await expect(signIn).rejects.toMatchObject({ status: 401, code: "invalid_credentials" })
  })

  test("a field that is wrong, and which", async () => {
    const { client } = await shop()
    const joining = client().auth.register({ ...jane, password: "short" })
    await expect(joining).rejects.toThrow(ValidationError)
    await expect(joining).rejects.toMatchObject({ status: 400, field: "password" })
  })

  test("an email that is taken", async () => {
    const { client } = await shop()
    await client().auth.register(jane)
    await expect(client().auth.register(jane)).rejects.toThrow(DuplicateError)
  })

  test("a key that is not good for this", async () => {
    const { client } = await shop()
    const owner = client()
    await owner.auth.register(jane)
    const commerce = client(await keyOf(owner, ["read:products"]))
    await expect(commerce.auth.me()).rejects.toThrow(InsufficientScopeError)
    await expect(commerce.apiKeys.list()).rejects.toThrow(InsufficientScopeError)
  })

  test("too many tries, and how long to wait", async () => {
    const { client } = await shop()
    const tries = async () => {
      for (let wrong = 0; wrong < 40; wrong++) {
        const problem = await client()
          .auth.login({ email, password })
          .catch((problem: unknown) => problem)
        if (problem instanceof RateLimitedError) return problem
      }
      return undefined
    }
    expect((await tries())?.retryAfter).toBeGreaterThan(0)
  })

  test("a token that nobody knows, and none", async () => {
    const { client } = await shop()
    await expect(client("sk_test_nobody").auth.me()).rejects.toMatchObject({ code: "token_invalid" })
    await expect(client().auth.me()).rejects.toThrow(TokenError)
  })

  test("an expired session that can no longer be renewed", async () => {
    const { auth, client } = await shop()
    const commerce = client()
    await commerce.auth.register(jane)
    auth.pass(hours(31 * 24) + minutes(1))
    await expect(commerce.auth.me()).rejects.toMatchObject({ name: "TokenError", code: "token_expired" })
  })

  test("nobody answers", async () => {
    const commerce = new Commerce({ baseUrl: "http://127.0.0.1:9" })
    await expect(commerce.auth.login({ email, password })).rejects.toThrow(UnreachableError)
  })

  test("somebody else answers", async () => {
    const proxy = async () => new Response("<h1>Bad gateway</h1>", { status: 502 })
    const commerce = new Commerce({ baseUrl: "http://127.0.0.1:9", fetch: proxy })
    await expect(commerce.auth.me()).rejects.toMatchObject({ code: "unreachable", status: 502 })
  })
})
