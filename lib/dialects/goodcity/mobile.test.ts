import { expect, test } from "vitest"
import { signUpBody } from "@/lib/testing/goodcity-people"
import { elsewhere } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"

const blank = "Mobile can't be blank"
const prefix = "Mobile must begin with +852"
const operator = "Mobile must begin with +8525, +8526, or +8529"
const short = "Mobile is too short"
const long = "Mobile is too long"
const invalid = "Mobile is invalid"

/** The contract's texts, "first that applies". */
const refused: [unknown, string][] = [
  [undefined, blank],
  [null, blank],
  ["", blank],
  ["  \t", blank],
  ["+9101234567", prefix],
  ["+11112345678", prefix],
  ["61234567", prefix],
  ["85261234567", prefix],
  [85261234567, prefix],
  ["0085261234567", prefix],
  ["+852", operator],
  ["+85212345678", operator],
  ["+85221234567", operator],
  ["+852 61234567", operator],
  ["+852４1234567", operator],
  ["+8525234567", short],
  ["+8526", short],
  ["+85261x", short],
  ["+852523456789", long],
  ["+852612345678x", long],
  ["+8526123456x", invalid],
  ["+85261 34567", invalid],
  ["+8526123456７", invalid],
  ["+8526123456\u0000", invalid],
  ["+8526123456\ud800", invalid],
  [["+85261234567"], invalid],
  [{ mobile: "+85261234567" }, invalid],
  [true, invalid],
]

test.each(refused)("%j is answered: %s", async (mobile, text) => {
  const auth = await testAuth()
  const sent = await auth.callTo("goodcity", "sendPin", { body: { mobile } })
  expect(sent).toMatchObject({ status: 422, body: { errors: text } })
  const signedUp = await auth.callTo("goodcity", "signup", { body: signUpBody(0, { mobile }) })
  expect(signedUp).toMatchObject({ status: 422, body: { errors: text } })
  expect(auth.outbox).toEqual([])
})

test.each(["+85251234567", "+85261234567", "+85291234567", " +85261234567\n"])("%j is a mobile", async (mobile) => {
  const auth = await testAuth()
  for (const body of [signUpBody(0, { mobile }), { mobile }]) {
    const path = "mobile" in body ? "sendPin" : "signup"
    expect((await auth.callTo("goodcity", path, { body, address: elsewhere() })).status).toBe(200)
    auth.pass(60_000)
  }
  await auth.settled()
  // The second is for the newcomer who asks again.
  expect(auth.outbox.map(({ to }) => to)).toEqual([mobile.trim(), mobile.trim()])
})

test("marks that a phone book wraps a mobile in are not seen, and no error", async () => {
  const auth = await testAuth()
  const body = { mobile: "\u202a\ufeff +85261234567\u202c\u200e" }
  await auth.callTo("goodcity", "signup", { body: signUpBody(0, body) })
  await auth.settled()
  expect(auth.outbox.map(({ to }) => to)).toEqual(["+85261234567"])
})

test("a mobile in the digits of another script has the published answer: it does not begin with +852", async () => {
  const auth = await testAuth()
  for (const mobile of ["+٨٥٢٦١٢٣٤٥٦٧", "٠٠٨٥٢٦١٢٣٤٥٦٧", "＋８５２６１２３４５６７"])
    expect(await auth.callTo("goodcity", "sendPin", { body: { mobile } })).toMatchObject({
      status: 422,
      body: { errors: prefix },
    })
})

test("a malformed mobile costs nothing: neither the caller's budget nor a wait", async () => {
  const auth = await testAuth()
  for (let calls = 0; calls < 15; calls++)
    expect((await auth.callTo("goodcity", "sendPin", { body: { mobile: "+8526" } })).status).toBe(422)
  expect((await auth.callTo("goodcity", "sendPin", { body: { mobile: "+85261234567" } })).status).toBe(200)
})
