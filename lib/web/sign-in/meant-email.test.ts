import { describe, expect, test } from "vitest"
import { meantEmail } from "@/lib/web/sign-in/meant-email"

describe("a slip in a common domain is noticed", () => {
  for (const [typed, meant] of [
    ["gmial.com", "gmail.com"],
    ["gmail.con", "gmail.com"],
    ["gmail.co", "gmail.com"],
    ["gmaill.com", "gmail.com"],
    ["gnail.com", "gmail.com"],
    ["gail.com", "gmail.com"],
    ["hotmial.com", "hotmail.com"],
    ["outlok.com", "outlook.com"],
    ["yaho.com", "yahoo.com"],
    ["yahoo.co.hk", "yahoo.com.hk"],
    ["icluod.com", "icloud.com"],
    ["netvigater.com", "netvigator.com"],
  ] as const)
    test(`${typed}, for ${meant}`, () => {
      expect(meantEmail(`jo.b+list@${typed}`)).toBe(`jo.b+list@${meant}`)
    })
})

describe("nobody is asked about a domain that is in order", () => {
  const right =
    "gmail.com yahoo.com.hk yahoo.co.uk hotmail.de hotmail.fr outlook.de mail.com ymail.com email.com cloud.com"
  const others =
    "gmx.net my.com mac.com me.com bt.com aol.com live.com line.com qq.com 163.com example.co foo.com.hk mit.edu"
  for (const domain of `${right} ${others}`.split(" "))
    test(domain, () => {
      expect(meantEmail(`jo@${domain}`)).toBeUndefined()
    })
})

test("an address in brackets has no domain to be mistaken", () => {
  expect(meantEmail("jo@[192.0.2.1]")).toBeUndefined()
})
