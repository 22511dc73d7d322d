import { expect, test } from "vitest"
import { momentsIn, readTimeZone } from "@/lib/web/moments"

const now = new Date("2026-11-26T06:30:00Z")

test.each([
  ["2026-11-26T06:29:40Z", "Asia/Hong_Kong", "now, 26 Nov 2026, 14:29"],
  ["2026-11-26T06:01:00Z", "Asia/Hong_Kong", "29 minutes ago, 26 Nov 2026, 14:01"],
  ["2026-11-26T01:00:00Z", "America/Denver", "5 hours ago, 25 Nov 2026, 18:00"],
  ["2026-11-25T05:00:00Z", undefined, "yesterday, 25 Nov 2026, 05:00 UTC"],
  ["2026-11-20T05:00:00Z", "Europe/London", "6 days ago, 20 Nov 2026, 05:00"],
  ["2025-09-01T05:00:00Z", "Europe/London", "last year, 1 Sept 2025, 06:00"],
  ["2026-11-29T07:00:00Z", "Europe/London", "in 3 days, 29 Nov 2026, 07:00"],
])("%s in %s is %s", (at, zone, words) => {
  const moment = momentsIn(zone, now, "en")(new Date(at))
  expect(`${moment.ago}, ${moment.clock}`).toBe(words)
  expect(moment.at).toBe(new Date(at).toISOString())
})

test("a zone that is none is not taken, and says nothing of its own", () => {
  expect(readTimeZone("Asia/Hong_Kong")).toBe("Asia/Hong_Kong")
  for (const named of [undefined, "", "Mars/Olympus", "+25:99", "a".repeat(5000), "<b>", "../etc", "UTC; x"])
    expect(readTimeZone(named)).toBeUndefined()
})
