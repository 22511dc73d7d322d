import { readFile } from "node:fs/promises"
import { expect, test } from "vitest"
import { clientTypes } from "@/lib/client/generator/types"

test("the client's types are those of the description: if not, `npm run client`", async () => {
  expect(await clientTypes()).toBe(await readFile(new URL("schema.d.ts", import.meta.url), "utf8"))
})
