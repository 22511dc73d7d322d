import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { catalogues } from "@/lib/words/catalogues"

const { en, "zh-HK": chinese } = catalogues
type Room = keyof typeof en

const sentences = (catalogue: typeof en) =>
  Object.entries(catalogue).flatMap(([room, texts]) =>
    Object.entries(texts).map(([key, text]): [string, string] => [`${room}.${key}`, text]),
  )
const all = sentences(en)
const inChinese = new Map(sentences(chinese))

/** The arguments and the tags of a sentence. */
const slots = (text: string) => [...new Set(text.match(/\{\w+|<\w+>/g))].sort()

test("both languages have the same sentences", () => {
  expect([...inChinese.keys()].sort()).toEqual(all.map(([key]) => key).sort())
})

test.each(all)("%s takes the same values in both languages", (key, text) => {
  expect(slots(inChinese.get(key) ?? "")).toEqual(slots(text))
})

test.each([...inChinese])("%s is in Chinese, as it is written in Hong Kong", (_, text) => {
  expect(text).toMatch(/\p{Script=Han}/u)
  // Letters that only the mainland's simplified script has, and words of Taiwan.
  expect(text).not.toMatch(/们|证|码|话|输|请|错|发|录|这|应|说|簡訊|手機|網路|這裡/)
})

const sources = ["app", "components", "lib/web", "lib/live"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8")),
)
const code = sources.join("\n")

/** Rooms whose keys are put together, or that are handed to a page whole. */
const isNamed = (room: string, key: string) =>
  code.includes(`${room}.${key}`) ||
  code.includes(`words.${key}`) ||
  code.includes(`"${key}"`) ||
  code.includes(`form.${key}`)
const putTogether =
  /^(checks\.(firstName|lastName|landline|phoneWrong)|problems\.(spentPin|closedPin|expiredPin)|events\.|done\.|provePhone\.(old|new)(Title|Label)|noText\.|email\.(google|apple))/

test("no sentence is there for nobody", () => {
  const unused = all
    .map(([key]) => key)
    .filter((key) => {
      const [room = "", name = ""] = key.split(".")
      return !putTogether.test(key) && !isNamed(room as Room, name)
    })
  expect(unused).toEqual([])
})
