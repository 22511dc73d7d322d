import { expect, test } from "vitest"
import { type Unread, watchUnread } from "@/lib/http/collapse"

/** The watch, with what it says and a minute that ends when the test says so. */
function watch(trusted: "vercel" | number = 1) {
  const said: Unread[] = []
  const waits: { task: () => void; wait: number }[] = []
  const hear = watchUnread(
    trusted,
    (counted) => said.push(counted),
    (task, wait) => waits.push({ task, wait }),
  )
  return { said, waits, hear, endMinute: () => waits.splice(0).map(({ task }) => task()) }
}

test("addresses that cannot be read are told of once, with how many of how many requests", () => {
  const { said, waits, hear, endMinute } = watch()
  hear({ "x-forwarded-for": "203.0.113.7" })
  expect(waits).toEqual([])
  for (const item of ["unknown", "203.0.113.7:40001", "_hidden", "anything", "203.0.113.7"])
    hear({ "x-forwarded-for": item })
  expect(waits).toMatchObject([{ wait: 60_000 }])
  expect(said).toEqual([])
  endMinute()
  expect(said).toEqual([{ unread: 3, requests: 5 }])
  hear({ "x-forwarded-for": "unknown" })
  expect(waits).toEqual([])
  expect(said).toHaveLength(1)
})

test("fewer items than proxies, and Forwarded alone, count as unread", () => {
  const { said, hear, endMinute } = watch(2)
  hear({ "x-forwarded-for": "203.0.113.7" })
  hear({ forwarded: "for=203.0.113.7" })
  endMinute()
  expect(said).toEqual([{ unread: 2, requests: 2 }])
})

test("ports, and requests that came past the proxies, are nothing to tell of", () => {
  const { waits, hear } = watch()
  hear({ "x-forwarded-for": "203.0.113.7:40001" })
  hear({ "x-forwarded-for": "[2001:db8::1]:40001" })
  hear({})
  expect(waits).toEqual([])
})
