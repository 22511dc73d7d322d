import { existsSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { everyOperation } from "@/lib/reference/openapi"

const paths = new Map(everyOperation().map(({ url, dialectName, pathName }) => [url, `${dialectName}.${pathName}`]))

test.each([...paths])("%s has a route, which hands over to %s", (url, handlers) => {
  const file = `app${url.replaceAll("{", "[").replaceAll("}", "]")}/route.ts`
  expect(existsSync(file), file).toBe(true)
  const route = readFileSync(file, "utf8")
  expect(route).toContain(`export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(${handlers})\n`)
})
