import type { ChildProcess } from "node:child_process"
import { appendFileSync, mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"

/** Where the tests' servers and cores leave what they wrote, for e2e/logs.spec.ts to read. */
export const logsFolder = ".data/logs"
const ofJourneys = join(logsFolder, "journeys")
/** What was a secret, one a line: those who write logs never see this file. */
export const knownSecrets = join(ofJourneys, "known-secrets")

/** Empties the folder for a run to come. */
export function forgetLogs(): void {
  rmSync(ofJourneys, { recursive: true, force: true })
  mkdirSync(ofJourneys, { recursive: true })
}

/** Keeps all that a server writes, as long as it lives, and tells what that is so far. At once, since the test may end before it does. */
export function keepLog(name: string, { stdout, stderr }: ChildProcess): () => string {
  mkdirSync(ofJourneys, { recursive: true })
  const file = join(ofJourneys, `${name}.log`)
  let said = ""
  const keep = (text: Buffer) => {
    appendFileSync(file, text)
    said += text.toString()
  }
  for (const stream of [stdout, stderr]) stream?.on("data", keep)
  return () => said
}

const opens = /(pin|token|secret|key)$/i

/** Notes what is a secret in what a server answered: PINs, tokens, keys, wherever they stand in it. */
export function noteSecrets(answer: unknown, name = ""): void {
  if (typeof answer === "string" && opens.test(name) && answer.length > 5) {
    mkdirSync(ofJourneys, { recursive: true })
    appendFileSync(knownSecrets, `${answer}\n`)
  }
  if (typeof answer !== "object" || answer === null) return
  for (const [key, value] of Object.entries(answer)) noteSecrets(value, Array.isArray(answer) ? name : key)
}
