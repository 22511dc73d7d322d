import { expect, test } from "vitest"
import { isUniqueViolation, nothing, render, rowsOf, sql } from "@/lib/store/sql"
import { testDatabase } from "@/lib/testing/test-database"

const open = async () => (await testDatabase({ empty: true })).sql
const now = new Date("2026-03-01T12:00:00.123Z")

test("parts of a statement become its text, and everything else a parameter in order", () => {
  const live = sql`"at" > ${now} AND ${nothing}"kind" = ${"access"}`
  const { text, values, name } = render(sql`SELECT ${1} FROM "Token" WHERE ${live} LIMIT ${2}`)
  expect(text).toBe(`SELECT $1 FROM "Token" WHERE "at" > $2 AND "kind" = $3 LIMIT $4`)
  expect(values).toEqual([1, now, "access", 2])
  expect(render(sql`SELECT ${9} FROM "Token" WHERE ${live} LIMIT ${3}`).name).toBe(name)
})

test("values come back as what they are, on every driver", async () => {
  const { rows } = await open()
  const json = rowsOf([{ at: now, a: "it's", n: null }])
  const [row] = await rows(sql`
    SELECT ${now}::timestamptz AS "at", ${'it\'s \\ "so"'}::text AS "text", ${7}::int AS "int", ${9_007_199_254_740_991}::bigint AS "big",
      ${0.25}::float8 AS "float", ${true}::boolean AS "yes", ${null}::text AS "null", ${["a", 'b,"c"']}::text[] AS "texts",
      ${json}::jsonb AS "json"`)
  expect(row).toEqual({
    at: now,
    text: 'it\'s \\ "so"',
    int: 7,
    big: 9_007_199_254_740_991,
    float: 0.25,
    yes: true,
    null: null,
    texts: ["a", 'b,"c"'],
    json: [{ at: now.toISOString(), a: "it's", n: null }],
  })
})

test("a statement tells how many rows it changed", async () => {
  const door = await open()
  const put = (key: string) =>
    door.run(sql`INSERT INTO "Limit" ("key", "spent", "resetsAt") VALUES (${key}, ${1}, ${now}) ON CONFLICT DO NOTHING`)
  expect([await put("one"), await put("one"), await put("two")]).toEqual([1, 0, 1])
  expect(await door.run(sql`DELETE FROM "Limit"`)).toBe(2)
})

test("a transaction keeps all of its work, or what threw in it takes it back", async () => {
  const door = await open()
  const put = (key: string) => sql`INSERT INTO "Limit" ("key", "spent", "resetsAt") VALUES (${key}, ${1}, ${now})`
  await door.transaction(async (tx) => {
    await tx.run(put("kept"))
    await tx.run(put("kept too"))
  })
  const broken = door.transaction(async (tx) => {
    await tx.run(put("lost"))
    await tx.run(put("kept"))
  })
  expect(isUniqueViolation(await broken.catch((problem: unknown) => problem))).toBe(true)
  expect(await door.rows(sql`SELECT "key" FROM "Limit" ORDER BY "key"`)).toEqual([{ key: "kept" }, { key: "kept too" }])
})

test("what is open beside a transaction waits for it, and does not end up in it", async () => {
  const door = await open()
  const count = async () => (await door.rows<{ n: number }>(sql`SELECT count(*) AS n FROM "Limit"`))[0]?.n
  const work = door.transaction(async (tx) => {
    await tx.run(sql`INSERT INTO "Limit" ("key", "spent", "resetsAt") VALUES (${"taken back"}, ${1}, ${now})`)
    throw new Error("taken back")
  })
  await Promise.allSettled([work, count(), count()])
  expect(await count()).toBe(0)
})
