import { describe, expect, test } from "vitest"
import { atConsole, consoleSite, jarWith } from "@/lib/testing/operators"
import { elsewhere, must, person } from "@/lib/testing/people"
import { minutes } from "@/lib/time"
import { removeThemeForm, setThemeForm } from "@/lib/web/console/theme-forms"
import { formHandlers } from "@/lib/web/form"
import { checkEmailForm } from "@/lib/web/sign-in/forms"
import { brandOf, themeFor } from "@/lib/web/theme/brand"
import { answerSheet, sheetPath } from "@/lib/web/theme/sheet"

const me = person(0)
const gala = {
  whitelabelId: "1",
  name: "Gala Night",
  senderName: "Gala Night",
  light: "#6a1b9a",
  dark: "#ce93d8",
  mark: "",
  host: "gala.example",
}

test("a theme is set and removed by an operator, and both are in the record", async () => {
  const { auth, post, deeds } = await atConsole()
  expect(await post(setThemeForm, gala)).toEqual({ go: "/admin?done=theme-set" })
  expect(await auth.core.themes.all()).toMatchObject([{ whitelabelId: 1, name: "Gala Night", mark: null }])
  expect(await post(removeThemeForm, { whitelabelId: "1" })).toEqual({ go: "/admin?done=theme-removed" })
  expect(await auth.core.themes.all()).toEqual([])
  const record = (await deeds()).map(({ kind, reason }) => [kind, reason])
  expect(record).toEqual([
    ["console-theme-removed", "whitelabel 1"],
    ["console-theme-set", "whitelabel 1"],
  ])
})

test("messages to a whitelabel's people name its sender, and again ours once the theme is gone", async () => {
  const { auth, post } = await atConsole()
  const bodyAfter = async (email: string, phone: string) => {
    await must(201, auth.call("register", { body: { ...me.details, email, mobile: phone }, address: elsewhere() }))
    return auth.outbox.at(-1)?.body
  }
  await post(setThemeForm, gala)
  expect(await bodyAfter("one@example.com", "+17205557771")).toContain("is your Gala Night PIN")
  await post(removeThemeForm, { whitelabelId: "1" })
  expect(await bodyAfter("two@example.com", "+17205557772")).toContain("is your Latchkey PIN")
})

test("another process hears of a theme within a minute", async () => {
  const { auth, post } = await atConsole()
  const { core } = (await consoleSite([me.phone], { sameData: true })).auth
  expect(await core.themes.all()).toEqual([])
  await post(setThemeForm, gala)
  auth.pass(minutes(1))
  expect(await core.themes.all()).toHaveLength(1)
})

describe("a colour that not everybody can read", () => {
  test.each([
    [
      "light",
      "#ffd400",
      /contrast of 1\.\d\d:1 for links on a tinted ground|contrast of 1\.\d\d:1 for links on a light page/,
    ],
    ["light", "#767676", /contrast of 4\.\d\d:1 .* WCAG asks for 4\.5:1\. Choose a darker colour/],
    ["dark", "#0e5a4e", /contrast of 2\.\d\d:1 .* Choose a lighter colour/],
  ])("is refused on %s pages with the ratio that was measured: %s", async (scheme, colour, words) => {
    const { auth, post, deeds } = await atConsole()
    expect(await post(setThemeForm, { ...gala, [scheme]: colour })).toMatchObject({
      problems: [{ path: [scheme], message: expect.stringMatching(words) }],
    })
    expect(await auth.core.themes.all()).toEqual([])
    expect(await deeds()).toEqual([])
  })
})

test.each([
  ["whitelabelId", "99"],
  ["whitelabelId", "one"],
  ["name", ""],
  ["name", "a\u202eb"],
  ["senderName", "Much too long"],
  ["senderName", "12345"],
  ["senderName", "Häagen"],
  ["light", "red"],
  ["light", "#0e5a4e;}body{display:none"],
  ["mark", 'M0 0"><script>alert(1)</script>'],
  ["mark", "0 0 L 3 3"],
  ["host", "https://gala.example"],
  ["host", "gala.example/path"],
  ["host", "-gala.example"],
])("%s %j is refused at its field, and nothing is set", async (field, value) => {
  const { auth, post } = await atConsole()
  const { problems } = (await post(setThemeForm, { ...gala, [field]: value })) as { problems: object[] }
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatchObject("path" in (problems[0] as object) ? { path: [field] } : { field })
  expect(await auth.core.themes.all()).toEqual([])
})

test("a host has one whitelabel, and keeps it when another asks for it", async () => {
  const { auth, post } = await atConsole()
  await post(setThemeForm, gala)
  expect(await post(setThemeForm, { ...gala, whitelabelId: "4", name: "Thief" })).toMatchObject({
    problems: [{ field: "host" }],
  })
  expect(await auth.core.themes.all()).toMatchObject([{ whitelabelId: 1, host: "gala.example" }])
  expect(await post(setThemeForm, { ...gala, name: "Gala" })).toMatchObject({ go: expect.anything() })
})

describe("whose theme a page has", () => {
  const themeOf = (whitelabelId: number, host: string | null) =>
    ({
      whitelabelId,
      name: `W${whitelabelId}`,
      mark: null,
      light: "#6a1b9a",
      dark: "#ce93d8",
      senderName: "W",
      host,
      trustsDevices: false,
    }) as const
  const themes = [themeOf(1, null), themeOf(4, "ogac.example")]
  const nameFor = (host: string | null, whitelabelId?: number) => brandOf(themeFor({ host, whitelabelId }, themes)).name

  test("is the host's, else the person's own, else the default whitelabel's", () => {
    expect(nameFor("OGAC.example", 1)).toBe("W4")
    expect(nameFor("latchkey.example", 4)).toBe("W4")
    expect(nameFor("latchkey.example")).toBe("W1")
    expect(brandOf(themeFor({ host: null, whitelabelId: 4 }, [])).name).toBe("Latchkey")
  })
})

test("the sheet is kept for good under its own path, and not under an old one", async () => {
  const { auth, post } = await atConsole()
  await post(setThemeForm, gala)
  const themes = await auth.core.themes.all()
  const [, , file = ""] = sheetPath(themes[0] as never).split("/")
  const answer = answerSheet(file, themes)
  expect(await answer.text()).toContain("--accent:#6a1b9a;")
  expect(answer.headers.get("cache-control")).toContain("immutable")
  expect(answer.headers.get("etag")).toMatch(/^"\w+"$/)
  expect(answerSheet("1-000000000000.css", themes).headers.get("cache-control")).toBe("no-store")
  for (const none of ["9-000000000000.css", "1.css", "../1-000000000000.css"])
    expect(answerSheet(none, themes).status).toBe(404)
})

test("forms come from a whitelabel's own host too, and from no other, nor from there to ours", async () => {
  const { site, post } = await atConsole()
  await post(setThemeForm, gala)
  const statusOf = async (host: string, origin: string) => {
    const jar = await jarWith({}, site)
    const init = { method: "POST", body: new URLSearchParams({ email: "new@example.com" }), headers: { host, origin } }
    const answer = await formHandlers(checkEmailForm, async () => site, jar).POST(
      new Request(`https://${host}/do/it`, init),
    )
    return answer.status
  }
  expect(await statusOf("gala.example", "https://gala.example")).toBe(303)
  expect(await statusOf("gala.example", "http://gala.example")).toBe(403)
  expect(await statusOf("gala.example", "https://evil.example")).toBe(403)
  expect(await statusOf("latchkey.example", "https://gala.example")).toBe(403)
})
