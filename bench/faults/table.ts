import type { Suffered } from "./suffer"

const columns: Record<string, (suffered: Suffered) => string> = {
  "in flight": ({ inFlight }) => String(inFlight),
  acknowledged: ({ acknowledged }) => String(acknowledged),
  "lost (0)": ({ lost }) => String(lost),
  "doubled (0)": ({ doubled }) => String(doubled),
  "unpaid texts (0)": ({ unpaid }) => String(unpaid),
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

\`npm run test:faults\`: nine people at once sign in while something breaks, and three more of Hong Kong, whose budget of the hour has room for 40
texts; on a Postgres and a Redis of its own, with a Twilio that counts. Lost: a session that was acknowledged and does not hold, a text that somebody was told of and that never
left, or a PIN that an answer was lost of and that opens nothing when it is typed again. Doubled: a used PIN that opens again to somebody else. Unpaid: a text of which no budget knows. Over budget:
a text to Hong Kong beyond its room. Not answered well: requests of the nine without an answer, or with 503. Healthy: the next of them is signed in.

${head}
${rows.join("\n")}
`
