import { execFileSync } from "node:child_process"
import { cp } from "node:fs/promises"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { newToken } from "../../lib/outside/chance"
import { pinsFor, post } from "./client"
import { emptyDatabase, startCluster } from "./cluster"
import { emptyFolder, startServer } from "./server"

// The drill of operations/backup.md, `npm run drill:restore`.

const person = {
  firstname: "Kept",
  lastname: "Safe",
  email: "kept@example.com",
  mobile: "3035551404",
  countryCode: "US",
}
const address = "198.51.100.64"

/** Gets a PIN by whatever was asked for last, and answers the tokens. */
async function verify(url: string) {
  const [pin] = await pinsFor(url, "+13035551404")
  const answer = await post(`${url}/v3/auth/verify-pin`, { email: person.email, pin }, address)
  expect(answer.status).toBe(200)
  return answer.body as { accessToken: string; refreshToken: string }
}

test("a dump of the database while it serves is restored whole: people sign in, and who was signed in stays so", async () => {
  test.skip(!process.env.DATABASE_URL, "needs DATABASE_URL, and the tools of Postgres")
  const SECRET_KEY = newToken()
  const before = await startCluster("before", { SECRET_KEY, REDIS_URL: "" }, 1)
  const after = await emptyDatabase("after")
  const { folder, remove } = await emptyFolder()
  const dump = join(folder, "latchkey.dump")
  try {
    expect((await post(`${before.url(0)}/v3/auth/register`, person, address)).status).toBe(201)
    const tokens = await verify(before.url(0))

    execFileSync("pg_dump", ["--format=custom", `--file=${dump}`, before.database])
    // What comes after the dump is not in it.
    const late = { ...person, email: "late@example.com", mobile: "3035551405" }
    expect((await post(`${before.url(0)}/v3/auth/register`, late, address)).status).toBe(201)
    execFileSync("pg_restore", ["--exit-on-error", "--no-owner", `--dbname=${after.url}`, dump])

    // It lacks no migration, and the server need not make any.
    const server = await startServer({ SECRET_KEY, DATABASE_URL: after.url, MIGRATE_ON_START: "off" })
    const ask = (path: string, body: unknown, headers?: Record<string, string>) =>
      post(`${server.url}${path}`, body, address, headers)
    const renewed = await ask("/auth/refresh-token", { refreshToken: tokens.refreshToken })
    expect(renewed.status).toBe(200)
    expect((await ask("/v3/auth/email-check", { email: person.email })).body.exists).toBe(true)
    await verify(server.url)
    expect((await ask("/v3/auth/email-check", { email: late.email })).body.exists).toBe(false)
    const bearer = { authorization: `Bearer ${tokens.accessToken}` }
    expect((await ask("/v3/auth/logout", {}, bearer)).status).toBe(204)
    expect(await server.stop()).toBe(0)
  } finally {
    await before.stop()
    await after.drop()
    await remove()
  }
})

test("a copy of the embedded database's folder, made while nobody serves it, is as good as the folder", async () => {
  const SECRET_KEY = newToken()
  const { folder, remove } = await emptyFolder()
  const [data, copy] = [join(folder, "data"), join(folder, "copy")]
  const before = await startServer({ SECRET_KEY, DATA_DIR: data })
  expect((await post(`${before.url}/v3/auth/register`, person, address)).status).toBe(201)
  const tokens = await verify(before.url)
  expect(await before.stop()).toBe(0)
  await cp(data, copy, { recursive: true })
  // Somebody else goes on with the folder itself meanwhile.
  await before.start()
  const after = await startServer({ SECRET_KEY, DATA_DIR: copy })
  const bearer = { authorization: `Bearer ${tokens.accessToken}` }
  expect((await post(`${after.url}/v3/auth/logout`, {}, address, bearer)).status).toBe(204)
  expect((await post(`${after.url}/v3/auth/email-check`, { email: person.email }, address)).body.exists).toBe(true)
  await verify(after.url)
  for (const server of [before, after]) expect(await server.stop()).toBe(0)
  await remove()
})
