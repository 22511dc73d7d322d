import { spawn } from "node:child_process"
import { once } from "node:events"
import { expect, test } from "@playwright/test"
import { pinsFor, post } from "./client"
import { emptyFolder, freePort, settings, startServer } from "./server"

test("told to stop, the server ends with 0 and has done what it owed: the text that it answered for was sent", async () => {
  const { folder, remove } = await emptyFolder()
  const server = await startServer({ DATA_DIR: folder })
  const person = {
    firstname: "Last",
    lastname: "One",
    email: "last@example.com",
    mobile: "3035551401",
    countryCode: "US",
  }
  const answered = post(`${server.url}/v3/auth/register`, person, "198.51.100.61")
  expect((await answered).status).toBe(201)
  expect(await server.stop()).toBe(0)
  await server.start()
  expect(await pinsFor(server.url, "+13035551401")).toHaveLength(1)
  expect(await server.stop()).toBe(0)
  await remove()
})

test("while it drains it says so to its balancer, and goes on serving; then it ends with 0", async () => {
  const { folder, remove } = await emptyFolder()
  const server = await startServer({ DATA_DIR: folder, DRAIN_SECONDS: "3" })
  const health = async (name: string) => {
    const answer = await fetch(`${server.url}/health/${name}`)
    return [answer.status, await answer.json()]
  }
  expect(await health("ready")).toEqual([200, { status: "ready" }])
  const stopped = server.stop()
  await expect.poll(() => health("ready")).toEqual([503, { status: "not_ready", reason: "draining" }])
  expect(await health("live")).toEqual([200, { status: "live" }])
  expect((await fetch(`${server.url}/v3/auctions?limit=1`)).status).toBe(200)
  expect(await stopped).toBe(0)
  await remove()
})

test("npm start passes the signal on, and ends with 0", async () => {
  const { folder, remove } = await emptyFolder()
  const port = String(await freePort())
  const env = { ...process.env, ...settings, PORT: port, HOSTNAME: "127.0.0.1", DATA_DIR: folder }
  const child = spawn("npm", ["start"], { env: { ...env, NODE_ENV: "production" }, stdio: "pipe" })
  let said = ""
  child.stdout.on("data", (text: Buffer) => (said += text.toString()))
  await expect.poll(() => said, { timeout: 60_000 }).toContain("Listens on  127.0.0.1")
  child.kill("SIGTERM")
  const [code] = await once(child, "exit")
  expect(code).toBe(0)
  await expect
    .poll(() =>
      fetch(`http://127.0.0.1:${port}/`).then(
        () => "serves",
        () => "gone",
      ),
    )
    .toBe("gone")
  await remove()
})
