import { execFileSync } from "node:child_process"
import { cpus } from "node:os"
import { systemNow } from "@/lib/outside/clock"
import { room } from "./people"
import type { Suffered } from "./suffer"

const columns: Record<string, (suffered: Suffered) => string> = {
  "in flight": ({ inFlight }) => String(inFlight),
  acknowledged: ({ acknowledged }) => String(acknowledged),
  "lost (0)": ({ lost }) => String(lost),
  "doubled (0)": ({ doubled }) => String(doubled),
  "unpaid texts (0)": ({ unpaid }) => String(unpaid),
  [`texts of ${room}`]: ({ pressed }) => String(pressed),
  "over budget (0)": ({ over }) => String(over),
  "not answered well": ({ failed }) => String(failed),
  "longest answer, s": ({ longest }) => longest.toFixed(1),
  "healthy after, s": ({ healthy }) => healthy.toFixed(1),
}

/** The head of the table. */
export const head = `| fault | ${Object.keys(columns).join(" | ")} |
|${" --- |".repeat(Object.keys(columns).length + 1)}`

/** A row: what came of a fault, or why it was not tried. */
export const line = (name: string, suffered: Suffered | string): string =>
  typeof suffered === "string"
    ? `| ${name} | ${suffered} |`
    : `| ${name} | ${Object.values(columns)
        .map((of) => of(suffered))
        .join(" | ")} |`

/** The page with the whole table. */
export const page = (rows: readonly string[]): string => `# Faults

\`npm run test:faults\`, at commit ${execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim()}, ${systemNow().toISOString().slice(0, 10)}. ${cpus().length} cores (${cpus()[0]?.model}), Node ${process.versions.node}; the machine was busy otherwise.

Nine people at once sign in while something breaks, one after the other, and three more of Hong Kong, whose budget of the hour has room for ${room} texts; on a
Postgres and a Redis of its own, with a Twilio that counts.

- **Lost**: a session that was acknowledged and does not hold; a text that somebody was told of and that never left; a PIN that an answer was lost of, and that opens nothing when it is
  typed again within ten seconds.
- **Doubled**: a used PIN that opens again to somebody else.
- **Unpaid**: a text of which the ledger or the day's budget does not know.
- **Over budget**: a text to Hong Kong beyond the ${room}.
- **Not answered well**: requests of the nine without an answer, or with 503. They ask again.
- **Healthy**: when the next of the nine is signed in, from the moment at which what broke is back.

${head}
${rows.join("\n")}
`
