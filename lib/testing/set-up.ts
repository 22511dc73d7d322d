import { readFile } from "node:fs/promises"
import { inject } from "vitest"
import { keepLog } from "@/lib/testing/kept-log"
import { openWith } from "@/lib/testing/test-database"

keepLog(inject("logs"))

// Test files that share a worker share its database: each test empties it first.
openWith({
  prefix: inject("databasePrefix"),
  template: async () => new Blob([await readFile(inject("template"))]),
})
