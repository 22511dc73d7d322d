import { EnvProblem } from "@/lib/env"
import { recordSocketAddresses } from "@/lib/http/client-address"
import { type Unread, watchUnread } from "@/lib/http/collapse"
import { openPortWarning, type Start } from "@/lib/http/open-port"
import { running } from "@/lib/live/running"
import { newToken } from "@/lib/outside/chance"
import { describe, log } from "@/lib/outside/log"

const warnOfUnread = (counted: Unread) =>
  log(
    "warn",
    "TRUSTED_PROXY is set, yet its X-Forwarded-For names no address that can be read: such callers share one address and its limits",
    counted,
  )

/**
 * Starts the application with a server: checks the environment, migrates, seeds, and says where to go. What is wrong
 * is said in one line, and the process ends: a server that answers 500 to everybody helps nobody.
 */
export async function start({ heedsHostname }: Pick<Start, "heedsHostname">): Promise<void> {
  let warned = false
  const warnOfProxy = () => {
    if (warned) return
    warned = true
    log(
      "warn",
      "TRUSTED_PROXY is none, yet requests come through a proxy: all callers share one address and its limits",
    )
  }
  try {
    const { env, inbox, demoEmail } = await running()
    const { TRUSTED_PROXY: trusted } = env
    if (trusted === "none") recordSocketAddresses(newToken(), warnOfProxy)
    else recordSocketAddresses(newToken(), () => undefined, watchUnread(trusted, warnOfUnread))
    const openPort = openPortWarning(env, { argv: process.argv, heedsHostname })
    if (openPort) log("warn", openPort)
    const lines = [`Latchkey    ${env.APP_URL}`]
    if (demoEmail) lines.push(`Try it as   ${demoEmail}`)
    if (inbox) lines.push(`SMS inbox   ${env.APP_URL}/dev/inbox`)
    console.log(`\n  ${lines.join("\n  ")}\n`)
  } catch (problem) {
    const reason = problem instanceof EnvProblem ? problem.message : `Unexpected: ${JSON.stringify(describe(problem))}`
    console.error(`Latchkey cannot start. ${reason}`)
    process.exit(1)
  }
}
