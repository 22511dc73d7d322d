// What a server's own CPU does for one request, without HTTP: the handlers on a Postgres (`DATABASE_URL`), 16 at once.
// `npm run bench:sessions -- 3` runs each for 3 seconds.

import { bearer, elsewhere, join } from "@/lib/testing/people"
import { joinShop, machines } from "@/lib/testing/shoppers"
import { testAuth } from "@/lib/testing/test-auth"
import { closeTestDatabase } from "@/lib/testing/test-database"

const [seconds = "3"] = process.argv.slice(2)
const atOnce = 16

const auth = await testAuth({ oauthClients: machines })
const people: { accessToken: string; refreshToken: string }[] = []
for (let number = 0; number < atOnce; number++) people.push(await join(auth, number))
const shopper = await joinShop(auth)
const { commerce, handbid, oauth } = auth.api
const url = "https://latchkey.example/"
const context = { params: Promise.resolve({}) }
const json = { "content-type": "application/json" }
const [{ id, secret }] = machines as [(typeof machines)[0]]
const form = new URLSearchParams({ grant_type: "client_credentials", client_id: id, client_secret: secret }).toString()
const post = (body: string, headers: Record<string, string>) =>
  new Request(url, { method: "POST", body, headers: { ...headers, "x-test-address": elsewhere() } })
const get = (token: string, query = "") =>
  new Request(url + query, { headers: { ...bearer(token), "x-test-address": elsewhere() } })

const works: Record<string, (worker: number) => Promise<Response>> = {
  "auth/me": () => commerce.me.GET(get(shopper.accessToken), context),
  auctions: (worker) => handbid.auctions.GET(get(people[worker]?.accessToken ?? "", "?limit=1"), context),
  "client credentials": () =>
    oauth.token.POST(post(form, { "content-type": "application/x-www-form-urlencoded" }), context),
  refresh: async (worker) => {
    const held = people[worker] as { refreshToken: string }
    const body = JSON.stringify({ refreshToken: held.refreshToken })
    const response = await handbid.refreshToken.POST(post(body, json), context)
    held.refreshToken = (await response.clone().json()).refreshToken
    return response
  },
}

for (const [name, work] of Object.entries(works)) {
  let [done, other] = [0, 0]
  const run = (end: number) =>
    Promise.all(
      Array.from({ length: atOnce }, async (_, worker) => {
        while (process.uptime() < end) {
          const { status } = await work(worker)
          if (status === 200) done += 1
          else other += 1
        }
      }),
    )
  await run(process.uptime() + 0.5)
  ;[done, other] = [0, 0]
  const [before, started] = [process.cpuUsage(), process.uptime()]
  await run(started + Number(seconds))
  const { user, system } = process.cpuUsage(before)
  const rate = done / (process.uptime() - started)
  console.log(
    `${name}: ${rate.toFixed(0)} a second, ${((user + system) / 1000 / done).toFixed(3)} ms of CPU each, ${other} refused`,
  )
}
await closeTestDatabase()
