import { expect, test } from "vitest"
import { newId } from "@/lib/outside/chance"
import { inbox } from "@/lib/store/inbox"
import { testDatabase } from "@/lib/testing/test-database"

test("whatever number is asked for, an inbox that has none of its messages is empty", async () => {
  const { keep, read } = inbox(await testDatabase({ empty: true }), newId)
  await keep({ to: "+13035551234", body: "Your PIN is 123456", pin: "123456", sentAt: new Date(0) })
  for (const to of ["+\0", "\0+13035551234", "+\ufffd", "+1' OR '1'='1", "%", "+".repeat(10_000)])
    expect(await read(to)).toEqual([])
  expect(await read("+13035551234")).toHaveLength(1)
})
