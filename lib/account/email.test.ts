import { expect, test } from "vitest"
import { parseEmail } from "@/lib/account/email"

test.each([
  ["alice@example.com", "alice@example.com"],
  ["  Alice@EXAMPLE.com\n", "alice@example.com"],
  ["taylor+1772366400@example.com", "taylor+1772366400@example.com"],
  ["a.b.c@sub.example.co.uk", "a.b.c@sub.example.co.uk"],
  ["!#$%&'*+/=?^_`{|}~-@example.com", "!#$%&'*+/=?^_`{|}~-@example.com"],
  ['"a b@c"@example.com', '"a b@c"@example.com'],
  ['"a\\"b"@example.com', '"a\\"b"@example.com'],
  ["a@xn--bcher-kva.example", "a@xn--bcher-kva.example"],
  ["a@1.example", "a@1.example"],
  ["a@[192.0.2.1]", "a@[192.0.2.1]"],
  ["a@[IPv6:2001:db8::1]", "a@[ipv6:2001:db8::1]"],
  [`${"a".repeat(64)}@example.com`, `${"a".repeat(64)}@example.com`],
  [`a@${"b".repeat(63)}.example`, `a@${"b".repeat(63)}.example`],
])("%j is the mailbox %j", (typed, mailbox) => {
  expect(parseEmail(typed)).toBe(mailbox)
})

test.each([
  "",
  " ",
  "alice",
  "@example.com",
  "alice@",
  "alice@example",
  "alice@localhost",
  "alice@@example.com",
  "a lice@example.com",
  "alice@exam ple.com",
  ".alice@example.com",
  "alice.@example.com",
  "al..ice@example.com",
  "alice@example..com",
  "alice@.example.com",
  "alice@example.com.",
  "alice@-example.com",
  "alice@example-.com",
  "alice@exa_mple.com",
  "alice@192.0.2.1",
  "alice@[192.0.2.256]",
  "alice@[192.0.2]",
  "alice@[IPv6:nonsense]",
  "alice@[IPv6:2001:db8::1",
  "alice@example.123",
  "Alice <alice@example.com>",
  "alice@example.com, bob@example.com",
  "alice@example.com\r\nBcc: bob@example.com",
  "alice\u0000@example.com",
  "\ud800@example.com",
  "zoë@example.com",
  "alice@bücher.example",
  '"unfinished@example.com',
  `${"a".repeat(65)}@example.com`,
  `a@${"b".repeat(64)}.example`,
  `a@${"b.".repeat(125)}example`,
])("%j is no mailbox", (typed) => {
  expect(parseEmail(typed)).toBeUndefined()
})

test("parsing is quick, however long and odd the text", () => {
  for (const odd of [
    "a.".repeat(30_000),
    `"${"\\".repeat(60_000)}`,
    `a@${"-a".repeat(30_000)}`,
    `a@[IPv6:${":".repeat(60_000)}]`,
  ])
    expect(parseEmail(odd)).toBeUndefined()
})

test("parsing again changes nothing", () => {
  for (const typed of [" Alice@Example.com ", "a@[IPv6:2001:DB8::1]"]) {
    const once = parseEmail(typed) as string
    expect(parseEmail(once)).toBe(once)
  }
})
