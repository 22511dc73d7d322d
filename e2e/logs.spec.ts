import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { secretsIn } from "../lib/testing/secrets-in"
import { knownSecrets, logsFolder } from "./kept-logs"

// Runs after all other journeys. What wrote the logs: `unit` and `services` by npm test, `journeys` by this run.
const written = ["journeys", ...(process.env.LOGS?.split(",") ?? [])]

const logsOf = (name: string): string[] => {
  const folder = join(logsFolder, name)
  return readdirSync(folder)
    .filter((file) => file.endsWith(".log"))
    .map((file) => readFileSync(join(folder, file), "utf8"))
}

for (const name of written)
  test(`no log of the whole run holds a PIN, a token, a phone or an email: ${name}`, () => {
    const known = existsSync(knownSecrets) ? readFileSync(knownSecrets, "utf8").split("\n").filter(Boolean) : []
    const logs = logsOf(name)
    const requests = logs.join("").match(/"event":"request"/g) ?? []
    // A suite that kept no log would pass for silence.
    expect(requests.length).toBeGreaterThan(100)
    if (name === "journeys") expect(known.length).toBeGreaterThan(10)
    expect(logs.flatMap((log) => secretsIn(log, known)).slice(0, 20)).toEqual([])
  })
