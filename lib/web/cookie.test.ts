import { expect, test } from "vitest"
import { consoleSite, jarWith } from "@/lib/testing/operators"
import { openCookie } from "@/lib/web/cookie"
import { openDeviceCookie } from "@/lib/web/device-cookie"

const odd = [
  "",
  "%",
  "x~2",
  "a*b*c*d*e*f*g*h",
  "Fe26.2*1*c*d*e*f*g*h",
  "Fe26.2*1*c*d*e*soon*g*h",
  "Fe26.2*******",
  "Fe26.3*1*c*d*e**g*h~2",
  "\u0000",
]

test.each(odd)("a cookie that nobody sealed is as good as none, and is written anew: %j", async (value) => {
  const { site } = await consoleSite([])
  const jar = await jarWith({}, site)
  for (const [name, open] of [
    ["__Host-latchkey", openCookie],
    ["__Host-latchkey-device", openDeviceCookie],
  ] as const) {
    jar.set(name, value)
    expect({ ...(await open(site, jar)) }).toEqual({})
  }
  const cookie = await openCookie(site, jar)
  cookie.accessToken = "a token"
  await cookie.save()
  expect({ ...(await openCookie(site, jar)) }).toEqual({ accessToken: "a token" })
})

test("one that was cut short, or had one character changed, opens nothing", async () => {
  const { site } = await consoleSite([])
  const jar = await jarWith({ accessToken: "a token" }, site)
  const { value = "" } = jar.get("__Host-latchkey") ?? {}
  for (let at = 0; at < value.length; at += 7) {
    jar.set("__Host-latchkey", value.slice(0, at))
    expect({ ...(await openCookie(site, jar)) }).toEqual({})
    jar.set("__Host-latchkey", `${value.slice(0, at)}${value[at] === "x" ? "y" : "x"}${value.slice(at + 1)}`)
    expect({ ...(await openCookie(site, jar)) }).toEqual({})
  }
})
