import { expect, test } from "vitest"
import { cleanUp } from "@/lib/store/clean-up"
import { fillTables } from "@/lib/testing/full-tables"
import { readWholeBy } from "@/lib/testing/plans"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { statementsDuring, testDatabase } from "@/lib/testing/test-database"
import { after, hours } from "@/lib/time"
import { readQuery } from "@/lib/web/console/query"
import { consoleViewOf } from "@/lib/web/console/view"

/** What operators look at, and what the scheduler starts. */
const scenes: Readonly<Record<string, (auth: TestAuth) => Promise<unknown>>> = {
  "the console as it opens": ({ core }) => consoleViewOf(readQuery({}), undefined, core),
  "the console's month": ({ core }) => consoleViewOf(readQuery({ span: "month" }), undefined, core),
  "an older page of decisions": ({ core, now }) =>
    core.console.decisions({ most: 25, before: { at: after(now(), -hours(3)), id: "x" } }),
  "the clean-up": async ({ now }) => {
    const clean = cleanUp(await testDatabase({ empty: false }))
    while ((await clean(now())).more);
  },
}

/** Short: as long as operators made them, and the late changes since they were last summed up. */
const short = ["OperatorEntry", "ModeChange", "Theme", "PolicyVersion", "LateChange"]

/** What changes with every sign-in has its moments in no index: it is read whole by the last turn of a clean-up, and by nothing else. */
const lastOfAll = ["DrainingBudget", "Exposure"]

test.each(Object.entries(scenes))("%s reads no table whole, however much is in it", async (_, scene) => {
  const auth = await testAuth()
  await fillTables()
  const statements = await statementsDuring(() => scene(auth))
  for (const statement of new Set(statements.filter((text) => /^\s*(SELECT|WITH|UPDATE|DELETE|INSERT)/.test(text)))) {
    const allowed = statement.includes("DELETE") ? [...short, ...lastOfAll] : short
    const read = await readWholeBy(statement)
    expect(
      read.filter((table) => !allowed.includes(table)),
      statement,
    ).toEqual([])
  }
})
