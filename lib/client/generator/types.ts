import openapiTS, { astToString } from "openapi-typescript"
import { describeAll } from "@/lib/reference/openapi"

const opening = `// Made by \`npm run client\` from the OpenAPI description. Not to be edited by hand.

`

/** The types of every operation, as schema.d.ts must say them. Examples are left out: types do not look at them. */
export async function clientTypes(): Promise<string> {
  const isExample = (key: string) => key === "example" || key === "examples"
  const description = JSON.stringify(describeAll(), (key, value) => (isExample(key) ? undefined : value))
  return opening + astToString(await openapiTS(JSON.parse(description)))
}
