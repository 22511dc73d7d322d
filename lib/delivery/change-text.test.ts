import { expect, test } from "vitest"
import { languages } from "@/lib/account/language"
import { changeComes, changeDone } from "@/lib/delivery/change-text"
import { segmentsOf } from "@/lib/delivery/segments"

test.each(languages)("a notice of a changed phone costs one segment and says where to sign in, in %s", (language) => {
  for (const says of [changeComes, changeDone]) {
    const text = says({ host: "signin.example", sender: "Latchkey", language })
    expect(segmentsOf(text)).toBe(1)
    expect(text).toContain("signin.example")
  }
})
