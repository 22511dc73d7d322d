import { spawn } from "node:child_process"
import { setTimeout } from "node:timers/promises"
import { startShop } from "./shop.mjs"

// `npm run example`: the development server with a shop among its clients, and the shop beside it.
const issuer = "http://localhost:3000"
const shop = { id: "shop", name: "The shop", secret: "only-for-this-example", first_party: true }
const clients = [
  { ...shop, redirect_uris: ["http://127.0.0.1/callback"], post_logout_redirect_uris: ["http://127.0.0.1/"] },
]

const env = { ...process.env, PORT: "3000", APP_URL: issuer, OAUTH_CLIENTS: JSON.stringify(clients) }
const server = spawn("npm", ["run", "dev"], { env, stdio: "inherit" })
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal))
server.on("exit", (code) => process.exit(code ?? 0))
const isUp = () =>
  fetch(`${issuer}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  )
while (!(await isUp())) await setTimeout(500)
const { origin } = await startShop({ issuer, ...shop, port: 4000 })
console.log(`\n  The shop    ${origin}\n`)
