import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { checks } from "@/lib/reference/openid-checks"

test.each(checks.flatMap((plan) => plan.checks))("$check is asked by a test that exists", ({ test: named }) => {
  const [file = "", title = ""] = named.split(/: (.*)/s)
  expect(readFileSync(file, "utf8")).toContain(title)
})
