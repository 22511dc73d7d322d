import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { answering, origin } from "./server.mjs"

const port = 4521
const folder = resolve(".data/bench-bare")

/** Serves each page's HTML from an application of Next that does nothing else, made anew for each request as ours is. */
export async function withBarePages(pages, work) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(`${folder}/app`, { recursive: true })
  symlinkSync(resolve("node_modules"), `${folder}/node_modules`)
  writeFileSync(`${folder}/package.json`, JSON.stringify({ name: "bare", private: true, type: "module" }))
  writeFileSync(
    `${folder}/next.config.mjs`,
    `export default { turbopack: { root: ${JSON.stringify(resolve("."))} } }\n`,
  )
  cpSync("app/styles", `${folder}/app/styles`, { recursive: true })
  // Without these of its own Next finds ours, and the page would be bare no more.
  writeFileSync(`${folder}/instrumentation.js`, "export function register() {}\n")
  writeFileSync(`${folder}/proxy.js`, "export function proxy() {}\nexport const config = { matcher: '/never' }\n")
  writeFileSync(`${folder}/app/layout.jsx`, layout)
  for (const page of pages) await copy(page)
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" }
  const built = spawnSync("npx", ["next", "build"], { cwd: folder, env, stdio: "inherit" })
  if (built.status !== 0) throw new Error("the bare pages cannot be built")
  const server = spawn("node", ["node_modules/next/dist/bin/next", "start", "-p", String(port)], { cwd: folder, env })
  try {
    await answering(`http://localhost:${port}/${pages[0].name}`)
    await work(`http://localhost:${port}`)
  } finally {
    server.kill("SIGTERM")
    await once(server, "exit")
  }
}

const layout = `import "./styles/site.css"
export const metadata = { description: "Sign in with a PIN that comes by text message." }
export default ({ children }) => <html lang="en"><body>{children}</body></html>
`

/** What stands in the page's body, without scripts, as a page of its own. */
async function copy({ name, path, cookie }) {
  const html = await (await fetch(`${origin}${path}`, { headers: cookie ? { cookie } : {} })).text()
  const title = /<title>([^<]*)/.exec(html)?.[1] ?? name
  const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"?]+)/g)].map(([, href]) => href)
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1]?.replaceAll(/<script[\s\S]*?<\/script>/g, "") ?? ""
  const css = (await Promise.all(styles.map(async (href) => (await fetch(`${origin}${href}`)).text()))).join("\n")
  mkdirSync(`${folder}/app/${name}`)
  writeFileSync(`${folder}/app/${name}/own.css`, css)
  writeFileSync(
    `${folder}/app/${name}/page.jsx`,
    `import "./own.css"
export const dynamic = "force-dynamic"
const html = ${JSON.stringify(body)}
export default () => <><title>${title.replaceAll(/[{}<>]/g, "")}</title><div dangerouslySetInnerHTML={{ __html: html }} /></>
`,
  )
}
