import { expect, test } from "vitest"
import { removePasskey, renamePasskey } from "@/lib/my-account/passkeys"
import { isRefusal } from "@/lib/refusal"
import { passkeySignIn } from "@/lib/sign-in/passkey-sign-in"
import { signOut } from "@/lib/sign-in/sign-out"
import { beginCeremony } from "@/lib/sign-in/steps/ceremony"
import { whoIsThis } from "@/lib/sign-in/steps/who-is-this"
import { authenticator } from "@/lib/testing/authenticator"
import { member } from "@/lib/testing/members"
import { browser, origin, withPasskey } from "@/lib/testing/passkeys"
import { elsewhere } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { minutes } from "@/lib/time"

const refused = (because: string) => ({ refused: true, kind: "passkey-refused", because })

test("a passkey opens its account's session without a text message, and both are in the owner's record", async () => {
  const auth = await testAuth()
  const { device, begin, use, account, added } = await withPasskey(auth)
  expect(added).toMatchObject({ name: "Phone", rpId: "latchkey.example", transports: ["internal"] })
  const sent = auth.outbox.length
  const asked = begin()
  const signedIn = await use(device.sign(asked), asked)
  if (isRefusal(signedIn)) throw new Error("refused")
  expect(await whoIsThis(signedIn.tokens.accessToken, "browser", auth.core)).toMatchObject({
    account: { id: account.id },
  })
  expect(auth.outbox).toHaveLength(sent)
  const kinds = (await auth.core.events.list(account.id, 2)).map(({ kind }) => kind)
  expect(kinds).toEqual(["signed-in-with-passkey", "passkey-added"])
  expect((await auth.core.passkeys.list(account.id))[0]?.lastUsedAt).not.toBeNull()
})

test("what was signed opens once, within five minutes, in the browser that asked for it", async () => {
  const auth = await testAuth()
  const { device, begin, use } = await withPasskey(auth)
  const [asked, other, late] = [begin(), begin(), begin()]
  const answer = device.sign(asked)
  expect(await use(answer, other)).toMatchObject(refused("late"))
  expect(await use(answer, other, asked)).toHaveProperty("tokens")
  expect(await use(answer, other, asked)).toMatchObject(refused("late"))
  auth.pass(minutes(5))
  expect(await use(device.sign(late), late)).toMatchObject(refused("late"))
})

test("of 50 simultaneous answers to one challenge, on two processes, one wins", async () => {
  const auth = await testAuth()
  const second = await testAuth({ sameData: true, keys: auth.core.keys })
  const { device, begin } = await withPasskey(auth)
  const asked = begin()
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => {
      const { core } = index % 2 ? auth : second
      return passkeySignIn({ begun: [asked], answer: device.sign(asked) }, { ...browser, address: elsewhere() }, core)
    }),
  )
  expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1)
})

test("a counter that does not go on is a copy's: of two answers with one count one opens, and none that is lower", async () => {
  const auth = await testAuth()
  const { device, begin, use } = await withPasskey(auth)
  const both = [begin(), begin()]
  const answers = await Promise.all(both.map((asked) => use(device.sign(asked, { count: 7 }), asked)))
  expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1)
  for (const count of [7, 6, 0]) {
    const asked = begin()
    expect(await use(device.sign(asked, { count }), asked)).toMatchObject(refused("copied"))
  }
  const asked = begin()
  expect(await use(device.sign(asked, { count: 8 }), asked)).toHaveProperty("tokens")
})

test.each([
  ["was made at another origin", { origin: "https://evil.example" }, "elsewhere"],
  ["is for another relying party", { rpId: "evil.example" }, "elsewhere"],
  ["was not verified to be its owner's", { isVerified: false }, "unverified"],
  ["names another account", { userHandle: Buffer.from("another").toString("base64url") }, "unknown"],
] as const)("an answer that %s opens nothing", async (_, told, because) => {
  const auth = await testAuth()
  const { device, begin, use } = await withPasskey(auth)
  const asked = begin()
  expect(await use(device.sign(asked, told), asked)).toMatchObject(refused(because))
})

test("a passkey of one of our hosts opens nothing at another, whatever its answer says", async () => {
  const auth = await testAuth()
  const { device, begin, use } = await withPasskey(auth)
  const asked = begin("https://venue.example")
  expect(await use(device.sign(asked), asked)).toMatchObject(refused("elsewhere"))
})

test("a key that nobody has, one that was removed, and a signature of another key open nothing", async () => {
  const auth = await testAuth()
  const { pat, device, begin, use, account } = await withPasskey(auth)
  const stranger = authenticator(account.id)
  const [one, two, three] = [begin(), begin(), begin()]
  expect(await use(stranger.sign(one), one)).toMatchObject(refused("unknown"))
  const forged = JSON.stringify({ ...JSON.parse(stranger.sign(two)), id: device.id, rawId: device.id })
  expect(await use(forged, two)).toMatchObject(refused("unknown"))
  expect(await removePasskey({ id: device.id }, pat.caller, auth.core)).toBeUndefined()
  expect(await use(device.sign(three), three)).toMatchObject(refused("unknown"))
  expect(await auth.core.events.list(account.id, 1)).toMatchObject([{ kind: "passkey-removed" }])
})

test("what is no answer at all is refused, and never breaks", async () => {
  const auth = await testAuth()
  const { device, begin, use, add, beginAdding } = await withPasskey(auth)
  const asked = begin()
  const { response } = JSON.parse(device.sign(asked))
  const { id } = device
  for (const odd of ["", "{}", "null", "[]", "7", '{"id":7}', JSON.stringify({ id, response: {} }), "\u0000"])
    expect(await use(odd, begin())).toMatchObject({ kind: "passkey-refused" })
  for (const part of ["authenticatorData", "signature", "userHandle"])
    for (const value of ["", "!", 7, null, {}, "AAAA"]) {
      const next = begin()
      const signed = JSON.parse(device.sign(next)).response
      const odd = JSON.stringify({ id, rawId: id, type: "public-key", response: { ...signed, [part]: value } })
      const answer = await use(odd, next)
      // No user handle, or an empty one, is an authenticator that keeps none.
      if (part !== "userHandle" || (value !== "" && value !== null)) expect(answer).toMatchObject(refused("unknown"))
    }
  const adding = beginAdding()
  for (const attestationObject of ["", "!", "oA", 7, null]) {
    const odd = JSON.stringify({ id, rawId: id, type: "public-key", response: { ...response, attestationObject } })
    expect(await add(odd, adding)).toMatchObject({ kind: "passkey-refused" })
  }
  expect(auth.surprises).toEqual([])
})

test("a passkey is added by an owner who signed in within a quarter of an hour, in the session that asked for it", async () => {
  const auth = await testAuth()
  const { account, add, begin, beginAdding } = await withPasskey(auth)
  const other = authenticator(account.id)
  const toSignIn = begin()
  expect(await add(other.make(toSignIn), toSignIn)).toMatchObject(refused("late"))
  const ofAnother = beginCeremony(origin, "another session", auth.core)
  expect(await add(other.make(ofAnother), ofAnother)).toMatchObject(refused("late"))
  auth.pass(minutes(15))
  const stale = beginAdding()
  expect(await add(other.make(stale), stale)).toMatchObject(refused("stale"))
})

test("no passkey is added twice, nor by a session that has ended, nor more than twenty", async () => {
  const auth = await testAuth()
  const { pat, account, device, add, beginAdding } = await withPasskey(auth)
  const again = beginAdding()
  expect(await add(device.make(again), again)).toMatchObject(refused("taken"))
  const asked = Array.from({ length: 25 }, () => beginAdding())
  const added = await Promise.all(asked.map((one) => add(authenticator(account.id).make(one), one)))
  expect(added.filter(isRefusal)).toMatchObject(Array.from({ length: 6 }, () => refused("full")))
  expect(await auth.core.passkeys.list(account.id)).toHaveLength(20)
  await removePasskey({ id: device.id }, pat.caller, auth.core)
  await signOut({}, pat.caller, auth.core)
  const late = beginAdding()
  expect(await add(authenticator(account.id).make(late), late)).toMatchObject({ kind: "unauthorized" })
})

test("a passkey is renamed and removed by its owner alone", async () => {
  const auth = await testAuth()
  const { pat, account, device } = await withPasskey(auth)
  const { id } = device
  const lee = await member(auth, 1)
  expect(await renamePasskey({ id, name: "Mine" }, lee.caller, auth.core)).toMatchObject({ kind: "not-found" })
  expect(await removePasskey({ id }, lee.caller, auth.core)).toMatchObject({ kind: "not-found" })
  expect(await renamePasskey({ id, name: "\u0007" }, pat.caller, auth.core)).toMatchObject({ kind: "invalid-field" })
  expect(await renamePasskey({ id, name: " Work laptop " }, pat.caller, auth.core)).toBeUndefined()
  expect(await auth.core.passkeys.list(account.id)).toMatchObject([{ name: "Work laptop" }])
})
