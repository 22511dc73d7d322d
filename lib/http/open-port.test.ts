import { expect, test } from "vitest"
import { openPortWarning } from "@/lib/http/open-port"

const start = ["node", "next", "start"]
const underNext = { argv: start, heedsHostname: false }

test.each([
  [{ TRUSTED_PROXY: 1 }, start],
  [{ TRUSTED_PROXY: "vercel" }, start],
  [{ TRUSTED_PROXY: 1, HOSTNAME: "127.0.0.1" }, start],
  [{ TRUSTED_PROXY: 1 }, [...start, "-p", "3000", "-H", "0.0.0.0"]],
  [{ TRUSTED_PROXY: 1 }, [...start, "--hostname=::"]],
  [{ TRUSTED_PROXY: 1 }, [...start, "-H"]],
] as const)("%j with %j warns that X-Forwarded-For can be forged", (env, argv) => {
  expect(openPortWarning(env, { argv, heedsHostname: false })).toMatch(
    /^TRUSTED_PROXY is set, .* can forge X-Forwarded-For/,
  )
})

test.each([
  [{ TRUSTED_PROXY: "none" }, start],
  [{ TRUSTED_PROXY: 1 }, [...start, "-H", "127.0.0.1"]],
  [{ TRUSTED_PROXY: 1 }, [...start, "--hostname", "::1"]],
  [{ TRUSTED_PROXY: 1 }, [...start, "--hostname=10.0.0.5"]],
  [{ TRUSTED_PROXY: 1 }, [...start, "-H127.0.0.1"]],
  [{ TRUSTED_PROXY: "vercel", VERCEL: "1" }, start],
] as const)("%j with %j says nothing", (env, argv) => {
  expect(openPortWarning(env, { argv, heedsHostname: false })).toBeUndefined()
})

test("HOSTNAME is named where somebody may rely on it, and its value is not", () => {
  expect(openPortWarning({ TRUSTED_PROXY: 1, HOSTNAME: "inner-name" }, underNext)).toMatch(/HOSTNAME is set/)
  expect(openPortWarning({ TRUSTED_PROXY: 1, HOSTNAME: "inner-name" }, underNext)).not.toMatch(/inner-name/)
  expect(openPortWarning({ TRUSTED_PROXY: 1 }, underNext)).not.toMatch(/HOSTNAME/)
})

test("our own server listens where HOSTNAME says, unless its command line says otherwise", () => {
  const warning = (HOSTNAME: string | undefined, ...argv: string[]) =>
    openPortWarning({ TRUSTED_PROXY: 1, HOSTNAME }, { argv: ["node", "server.mjs", ...argv], heedsHostname: true })
  expect(warning("127.0.0.1")).toBeUndefined()
  expect(warning("0.0.0.0", "-H", "127.0.0.1")).toBeUndefined()
  for (const open of [warning(undefined), warning("0.0.0.0"), warning("127.0.0.1", "-H", "0.0.0.0")]) {
    expect(open).toMatch(/^TRUSTED_PROXY is set/)
    expect(open).not.toMatch(/does not heed/)
  }
})
