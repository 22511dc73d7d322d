import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { describe, expect, test } from "vitest"
import { type Call, curl, typescript } from "@/lib/reference/code"
import type { OperationObject, Verb } from "@/lib/reference/description"
import { describeAll } from "@/lib/reference/openapi"
import { httpServer } from "@/lib/testing/http-server"
import { machines } from "@/lib/testing/shoppers"
import { testAuth } from "@/lib/testing/test-auth"

// The examples run as they stand on the page, in a shell and in Node, against a real server that knows nobody yet.

const run = promisify(execFile)
const description = describeAll()
const calls = Object.entries(description.paths).flatMap(([url, path]) =>
  (Object.entries(path) as [Verb, OperationObject][]).map(([verb, operation]): [string, Call] => [
    operation.operationId,
    { verb, url, operation },
  ]),
)
/** What opens without a person: a newcomer, a visitor, a machine. */
const good: Record<string, number> = {
  handbidEmailCheck: 200,
  handbidRegister: 201,
  handbidResendPin: 202,
  handbidRevoke: 204,
  handbidAuctions: 200,
  handbidAuction: 200,
  handbidItem: 200,
  goodcitySendPin: 200,
  goodcitySignup: 200,
  commerceRegister: 201,
  oauthToken: 200,
  oauthIntrospect: 200,
  oauthRevoke: 200,
  oauthMetadata: 200,
  oauthKeys: 200,
}

async function world() {
  const server = await httpServer()
  server.serve(await testAuth({ issuer: server.origin, oauthClients: machines }))
  return server.origin
}

describe("in a shell", () => {
  test.each(calls)("%s", async (id, call) => {
    const command = `${curl(call, await world(), description)} -s -o /dev/null -w '%{http_code}'`
    const { stdout } = await run("sh", ["-c", command])
    if (id in good) expect(Number(stdout)).toBe(good[id])
    else expect(Object.keys(call.operation.responses)).toContain(stdout)
  })
})

describe("in TypeScript", () => {
  test.each(calls)("%s", async (id, call) => {
    const { stdout } = await run(process.execPath, [
      "--input-type=module",
      "--eval",
      typescript(call, await world(), description),
    ])
    const status = stdout.slice(0, 3)
    if (id in good) expect(Number(status)).toBe(good[id])
    else expect(Object.keys(call.operation.responses)).toContain(status)
  })
})
