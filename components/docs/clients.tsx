import { Code } from "./code"

/** How to call the API without writing requests by hand. */
export function Clients({ origin }: { origin: string }) {
  return (
    <section>
      <h1>Clients</h1>
      <h2>TypeScript</h2>
      <p>
        The client of Commerce keeps tokens in memory, renews one that has expired once for all calls that notice, and
        throws an exception of its own for every no. It is in <code>lib/client</code>; its types are made of
        openapi.json by openapi-typescript.
      </p>
      <Code>{commerce(origin)}</Code>
      <p>Of the other APIs there are types, for openapi-fetch:</p>
      <Code>{types(origin)}</Code>
      <h2>Go</h2>
      <p>
        No Go client is shipped: it is made of the same file by oapi-codegen. The file is OpenAPI 3.1, which
        oapi-codegen reads as far as it is like 3.0, so it is converted first.
      </p>
      <Code>{go(origin)}</Code>
    </section>
  )
}

const commerce = (origin: string) => `import { Commerce } from "@/lib/client"

const commerce = new Commerce({ apiKey: "sk_live_abc123", baseUrl: "${origin}" })

const session = await commerce.auth.login({ email: "jane@example.com", password: "securePassword123" })
const refreshed = await commerce.auth.refresh(session.refreshToken)
const me = await commerce.auth.me()
await commerce.auth.logout()`

const types = (origin: string) => `npx openapi-typescript ${origin}/openapi.json -o schema.d.ts`

const go = (origin: string) => `curl -o openapi-3.1.json '${origin}/openapi.json'
npx @apiture/openapi-down-convert --input openapi-3.1.json --output openapi.json
go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@latest \\
  -generate types,client -package latchkey -o latchkey.gen.go openapi.json`
