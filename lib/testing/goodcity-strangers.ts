import { type FirewallPolicy, firewallPolicy } from "@/lib/firewall/policy"
import { mobileOf, signUpBody } from "@/lib/testing/goodcity-people"
import { elsewhere } from "@/lib/testing/people"
import type { TestAuth, TestOptions } from "@/lib/testing/test-auth"

/** The number that strangers ask about, and another of its block. */
export const [target, neighbour] = [200, 201]

/** A stranger asks GoodCity for a PIN for a number, or signs up with it. */
export const ask = (auth: TestAuth, path: "sendPin" | "signup", number: number, address = elsewhere()) => {
  const body = path === "sendPin" ? { mobile: mobileOf(number) } : signUpBody(number)
  return auth.callTo("goodcity", path, { body, address })
}

/** A core whose policy differs from the default in this. */
export const policy = (changes: Partial<FirewallPolicy>): TestOptions => ({
  firewall: { policy: { ...firewallPolicy, ...changes } },
})

/** A core that lets fewer unread messages pass in one scope. */
export const tight = (
  name: "block" | "prefix" | "strictNetwork" | "strictWideNetwork" | "client" | "strictLane",
  free: number,
) => policy({ [name]: { ...firewallPolicy[name], free } })
