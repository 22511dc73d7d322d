import { describe, expect, test } from "vitest"
import { testLedger as ledger } from "@/lib/testing/test-ledger"
import { minutes } from "@/lib/time"

describe("the list of decisions", () => {
  test("page by page each decision is there once, those of one instant too", async () => {
    const { console, write } = await ledger()
    for (let number = 0; number < 7; number++) await write(minutes(Math.floor(number / 3)))
    const seen: string[] = []
    let before: { at: Date; id: string } | undefined
    for (;;) {
      const page = await console.decisions({ most: 2, before })
      seen.push(...page.map(({ id }) => id))
      before = page.at(-1)
      if (page.length < 2) break
    }
    expect(seen).toEqual(["d0003", "d0002", "d0001", "d0006", "d0005", "d0004", "d0007"])
  })

  test("is filtered by what became of them", async () => {
    const { console, write, refuse, since } = await ledger()
    await write(minutes(1), { verifiedAt: since(0) })
    await write(minutes(2), { outcome: "decoy" })
    await write(minutes(3), { outcome: "not-sent" })
    await refuse(minutes(4), "captcha")
    await write(minutes(5))
    const ids = async (outcome?: "sent" | "verified" | "refused" | "not-sent" | "decoy") =>
      (await console.decisions({ outcome, most: 9 })).map(({ id }) => id.slice(-1)).join("")
    expect(await ids()).toBe("12345")
    expect(await ids("sent")).toBe("15")
    expect(await ids("verified")).toBe("1")
    expect(await ids("decoy")).toBe("2")
    expect(await ids("not-sent")).toBe("3")
    expect(await ids("refused")).toBe("4")
  })

  test("holds nothing that names a phone or a network", async () => {
    const { console, write } = await ledger()
    await write(minutes(1), { recipient: "r", messageId: "SM1" })
    const [entry] = await console.decisions({ most: 1 })
    for (const secret of ["phone", "recipient", "block", "network", "messageId"])
      expect(entry).not.toHaveProperty(secret)
  })
})
