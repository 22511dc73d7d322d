import { readFile } from "node:fs/promises"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"

const library = new URL("../node_modules/oidc-client-ts/dist/browser/oidc-client-ts.min.js", import.meta.url)

/** A page that signs its people in by a stock client library, with no server of its own: what it shows says how far it came. */
const pageOf = (settings: object) => `<!doctype html><html lang="en"><title>A page</title>
<h1>The page</h1>
<p><button id="in">Sign in</button> <button id="renew">Renew</button> <button id="out">Sign out</button></p>
<script src="/oidc.js"></script>
<script type="module">
  const manager = new oidc.UserManager({
    ...${JSON.stringify(settings)},
    redirect_uri: location.origin + "/callback",
    post_logout_redirect_uri: location.origin + "/",
    scope: "openid email",
    loadUserInfo: true,
  })
  const say = (text) => (document.querySelector("h1").textContent = text)
  const shown = async (doing) => {
    try { await doing() } catch (no) { say("No: " + (no.error ?? no.message)) }
  }
  const on = (id, doing) => (document.getElementById(id).onclick = () => shown(doing))
  on("in", () => manager.signinRedirect())
  on("out", () => manager.signoutRedirect({ state: "leaving" }))
  on("renew", async () => {
    const before = await manager.getUser()
    const after = await manager.signinSilent()
    const isNew = after.access_token !== before.access_token && after.refresh_token !== before.refresh_token
    say(isNew ? "Renewed " + after.profile.email : "Nothing new")
  })
  const { pathname, search } = location
  if (pathname === "/callback") await shown(async () => say("Hello " + (await manager.signinCallback()).profile.email))
  else if (search.includes("state=")) await shown(async () => say((await manager.signoutCallback(location.href)) ? "Signed out" : "Lost"))
</script></html>`

/** Serves the page on a free port of this machine: an origin of its own. */
export async function startPageApp(settings: { authority: string; client_id: string }) {
  const script = await readFile(library)
  const server = createServer((request, response) => {
    const isScript = request.url === "/oidc.js"
    response.writeHead(200, { "Content-Type": isScript ? "text/javascript" : "text/html; charset=utf-8" })
    response.end(isScript ? script : pageOf(settings))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() }
}
