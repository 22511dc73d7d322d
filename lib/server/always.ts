import { everywhere, inProduction, withoutPages } from "@/lib/http/answer-headers.mjs"

/** What every answer of our own server says, besides what is its own. */
export const always = Object.fromEntries(
  [...everywhere, ...inProduction, ...withoutPages].map(({ key, value }) => [key, value]),
)
