import { expect, test } from "vitest"
import { consoleSite, inBrowser, jarWith, operatorIn } from "@/lib/testing/operators"
import { bearer, person } from "@/lib/testing/people"
import { reportRoute } from "@/lib/web/console/report-route"

const token = "a token for the SIEM"

async function there({ set }: { set?: string } = { set: token }) {
  const { auth, site } = await consoleSite([person(0).phone])
  const accessToken = await inBrowser(auth)
  const ask = async (headers: Record<string, string>, signedIn?: string) => {
    const jar = await jarWith(signedIn ? { accessToken: signedIn } : {}, site)
    const request = new Request("https://latchkey.example/admin/report?format=json", { headers })
    return reportRoute(
      async () => site,
      async () => set,
      jar,
    )(request)
  }
  return { auth, ask, site, accessToken }
}

test("a machine that shows the token reads the report, and no operator is said to have exported it", async () => {
  const { auth, ask, site, accessToken } = await there()
  const answer = await ask(bearer(token))
  expect(answer.status).toBe(200)
  const told = await answer.json()
  expect(told.decisions).toMatchObject([{ country: "US", channel: "sms" }])
  const { account } = (await operatorIn(site, await jarWith({ accessToken }, site)))?.signedIn ?? {}
  const kinds = (await auth.core.events.list(account?.id ?? "", 20)).map(({ kind }) => kind)
  expect(kinds).toContain("registered")
  expect(kinds).not.toContain("console-exported")
})

test.each([
  ["another token", bearer("a token for another")],
  ["an empty one", { authorization: "Bearer " }],
])("%s is 401 and says how to ask", async (_, headers) => {
  const { ask, accessToken } = await there()
  for (const signedIn of [undefined, accessToken]) {
    const answer = await ask(headers, signedIn)
    expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, "Bearer"])
    expect(await answer.text()).not.toContain("decisions")
  }
})

test("without a token set there is nothing for machines, and operators read it as before", async () => {
  const { ask, accessToken } = await there({})
  expect((await ask(bearer(token))).status).toBe(404)
  expect((await ask(bearer(""))).status).toBe(404)
  expect((await ask({}, accessToken)).status).toBe(200)
})

test("without a bearer token it is as it was: operators read it, behind a proxy's password too, and for others it is not there", async () => {
  const { ask, accessToken } = await there()
  const proxy = { authorization: `Basic ${btoa(`siem:${token}`)}` }
  for (const headers of [{}, proxy]) {
    expect((await ask(headers)).status).toBe(404)
    expect((await ask(headers, accessToken)).status).toBe(200)
  }
})
