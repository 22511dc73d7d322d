import fc from "fast-check"
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
  "josé@münchen.example",
  "用户@example.com",
  "𝐚lice@example.com",
  "alice@münchen.example.",
  "alice@münchen.example。",
  "alice@münchen",
  "alice@xn--zzzzzz.example",
  "alice@xn--.example",
  "alice@xn--example-.com",
  "alice@xn--1ug.com",
  `alice@${"ñ".repeat(60)}.example`,
  `alice@${"ü.".repeat(60)}example`,
  "alice@exam%70le.com",
  "alice@exam％70le.com",
  "alice@exam\tple.com",
  "alice@example.com/",
  "alice@example.com?",
  "alice@example.com#b",
  "alice@example.com:80",
  "alice@bob:c@",
  "alice@a\\example.com",
  "alice@℀.com",
  "alice@0x7f.1",
  "alice@２.３.４.５",
  "alice@１２７．１",
  "alice@exam\u0000ple.com",
  "alice@\ud800.com",
  "alice@ex\u{e0061}ample.com",
  "alice@\ue000.com",
  "",
  "\u200e",
  "@",
  '""@',
  '"unfinished@example.com',
  `${"a".repeat(65)}@example.com`,
  `a@${"b".repeat(64)}.example`,
  `a@${"b.".repeat(125)}example`,
])("%j is no mailbox", (typed) => {
  expect(parseEmail(typed)).toBeUndefined()
})

/** One mailbox a line, and how people write it. */
const mailboxes: [string, string[]][] = [
  [
    "user@xn--mnchen-3ya.example",
    [
      "user@münchen.example",
      "user@mu\u0308nchen.example",
      "User@MÜNCHEN.example",
      "user@xn--mnchen-3ya.example",
      "user@XN--MNCHEN-3YA.EXAMPLE",
      "user@münchen。example",
      "user@münchen｡example",
      "user@münchen．ｅｘａｍｐｌｅ",
      "ｕｓｅｒ＠münchen.example",
      "\u202auser@münchen.example\u202c",
      "user@mün\u00adchen.exam\u200bple",
      '"user"@münchen.example',
    ],
  ],
  [
    "user@example.com",
    ["ｕｓｅｒ＠ｅｘａｍｐｌｅ．ｃｏｍ", "user@example。com", "us\u200ber@example.com\ufeff", '"us\\er"@EXAMPLE.com'],
  ],
  ["user@xn--strae-oqa.example", ["user@straße.example", "user@STRAẞE.example", "user@xn--strae-oqa.example"]],
  ["user@strasse.example", ["user@strasse.example", "user@STRASSE.example"]],
  ["user@xn--e28h.example", ["user@😀.example", "user@xn--e28h.example"]],
  ["user@xn--qei.example", ["user@❤.example", "user@❤\ufe0f.example"]],
  ["user@xn--wgv71a119e.xn--jvr189m", ["user@日本語。食品", "user@日本語.食品", "user@xn--wgv71a119e.食品"]],
  ["user@xn--e1afmkfd.xn--p1ai", ["user@пример.рф", "user@ПРИМЕР.РФ", "user@xn--e1afmkfd.рф"]],
  ["user@xn--mgba3gch31f060k.com", ["user@نامه\u200cای.com", "user@xn--mgba3gch31f060k.com"]],
  ["user@xn--4gbrim.xn--mgbaam7a8h", ["user@موقع.امارات", "\u200fuser@موقع.امارات"]],
  ["a@[ipv6:2001:db8::1]", ["a@[IPv6:2001:DB8:0:0:0:0:0:1]", "a@[ipv6:2001:0db8::0001]"]],
]

test.each(mailboxes.flatMap(([mailbox, forms]) => forms.map((typed) => [typed, mailbox])))(
  "%j is kept as %s",
  (typed, mailbox) => {
    expect(parseEmail(typed)).toBe(mailbox)
  },
)

test("parsing is quick, however long and odd the text", () => {
  for (const odd of [
    "a.".repeat(30_000),
    `"${"\\".repeat(60_000)}`,
    `a@${"-a".repeat(30_000)}`,
    `a@[IPv6:${":".repeat(60_000)}]`,
    `a@${"ü".repeat(60_000)}.example`,
    `a@${"\u00ad".repeat(60_000)}b.example`,
  ])
    expect(parseEmail(odd)).toBeUndefined()
})

test("parsing again changes nothing, whatever was typed", () => {
  const unit = fc.constantFrom(
    ..."aB1.-@",
    "ü",
    "ß",
    "ẞ",
    "。",
    "ａ",
    "xn--",
    '"',
    "\\",
    " ",
    "\u200d",
    "😀",
    "م",
    "[",
    "]",
    ":",
  )
  const text = fc.oneof(fc.string({ unit, maxLength: 20 }), fc.string({ unit: "grapheme" }))
  fc.assert(
    fc.property(text, text, fc.constantFrom("", ".com", ".рф"), (local, domain, end) => {
      const once = parseEmail(`${local}@${domain}${end}`)
      if (once === undefined) return
      expect(once).toMatch(/^[\x20-\x7e]+$/)
      expect(parseEmail(once)).toBe(once)
    }),
    { numRuns: 5000 },
  )
})
