// Cuts Twilio's OpenAPI descriptions down to the operations that we use, as they are written there.
//   node lib/testing/twilio/cut.mjs <folder with twilio_api_v2010.json and twilio_lookups_v2.json>
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const messages = "/2010-04-01/Accounts/{AccountSid}/Messages"
const calls = "/2010-04-01/Accounts/{AccountSid}/Calls"
const used = {
  messages: ["twilio_api_v2010.json", { [`${messages}.json`]: "post", [`${messages}/{Sid}.json`]: "get" }],
  calls: ["twilio_api_v2010.json", { [`${calls}.json`]: "post", [`${calls}/{Sid}.json`]: "get" }],
  lookups: ["twilio_lookups_v2.json", { "/v2/PhoneNumbers/{PhoneNumber}": "get" }],
}
const methods = ["get", "post", "put", "patch", "delete"]

for (const [name, [file, operations]] of Object.entries(used)) {
  const { paths, components, tags: _, ...whole } = JSON.parse(readFileSync(join(process.argv[2], file), "utf8"))
  const kept = Object.entries(operations).map(([path, method]) => {
    const others = methods.filter((other) => other !== method)
    return [path, Object.fromEntries(Object.entries(paths[path]).filter(([key]) => !others.includes(key)))]
  })
  const description = {
    ...whole,
    paths: Object.fromEntries(kept),
    components: { securitySchemes: components.securitySchemes, schemas: reached(kept, components.schemas) },
  }
  writeFileSync(join(import.meta.dirname, `${name}.json`), `${JSON.stringify(description, null, 2)}\n`)
}

/** The schemas that are referred to, and those that they refer to. */
function reached(from, schemas) {
  const names = new Set()
  const walk = (value) => {
    for (const [, name] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (names.has(name)) continue
      names.add(name)
      walk(schemas[name])
    }
  }
  walk(from)
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => names.has(name)))
}
