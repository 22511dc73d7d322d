import { readFile } from "node:fs/promises"
import { afterAll, inject } from "vitest"
import { closeTestDatabase, startFrom } from "@/lib/testing/test-database"

startFrom(new Blob([await readFile(inject("template"))]))
afterAll(closeTestDatabase)
