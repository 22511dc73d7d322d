import { expect, test } from "vitest"
import { fillTables } from "@/lib/testing/full-tables"
import { joinGoodCity, keyFor, mobileOf, verify } from "@/lib/testing/goodcity-people"
import { bearer, join, must, wrong } from "@/lib/testing/people"
import { readWholeBy } from "@/lib/testing/plans"
import { joinShop, machines, postForm, shopper } from "@/lib/testing/shoppers"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { statementsDuring, testDatabase } from "@/lib/testing/test-database"
import { hours, minutes } from "@/lib/time"

// A connection keeps the plan that it made while a table was empty. If that one reads all of a table, each request does so for ever.
const [admin] = machines as [(typeof machines)[0]]
const grant = { grant_type: "client_credentials", client_id: admin.id, client_secret: admin.secret }

/** What each does, twice at the same moment, so that those share a statement. */
const scenes: Record<string, (auth: TestAuth) => Promise<() => Promise<unknown>>> = {
  "somebody shows a token": async (auth) => {
    const headers = bearer((await joinShop(auth)).accessToken)
    return () => must(200, auth.callTo("commerce", "me", { headers }))
  },
  "somebody signed in looks at auctions": async (auth) => {
    const headers = bearer((await join(auth)).accessToken)
    return () => must(200, auth.call("auctions", { query: "?limit=1", headers }))
  },
  "somebody looks at one of them": async (auth) => async () => {
    await auth.call("auction", { params: { id: "1" } })
    await auth.call("item", { params: { id: "1" } })
  },
  "a session refreshes": async (auth) => {
    const { refreshToken } = await join(auth)
    return () => must(200, auth.call("refreshToken", { body: { refreshToken } }))
  },
  "a machine gets a token": async (auth) => () => must(200, postForm(auth, "token", grant)),
  "a person asks for a PIN, mistypes it and types it": async (auth) => {
    const { email, phone, accessToken } = await join(auth)
    const signIn = async (headers: Record<string, string>) => {
      auth.pass(hours(2))
      await must(200, auth.call("emailCheck", { body: { email }, headers }))
      const type = (pin: string) => auth.call("verifyPin", { body: { email, pin }, headers })
      await must(401, type(wrong(auth.pinFor(phone))))
      auth.pass(minutes(1))
      await must(200, type(auth.pinFor(phone)))
      await auth.settled()
    }
    return once(async () => {
      await signIn({})
      await signIn(bearer(accessToken))
    })
  },
  "nobody asks for a PIN, and for another, and guesses": async (auth) => {
    const body = { email: "nobody@example.com" }
    return once(async () => {
      await must(200, auth.call("emailCheck", { body }))
      await must(202, auth.call("resendPin", { body }))
      await must(401, auth.call("verifyPin", { body: { ...body, pin: "000000" } }))
    })
  },
  "a GoodCity person shows a key and its PIN": async (auth) => {
    await joinGoodCity(auth)
    auth.pass(hours(1))
    return once(async () => must(200, verify(auth, await keyFor(auth, "sendPin"), auth.pinFor(mobileOf()))))
  },
  "two shoppers mistype their passwords": async (auth) => {
    // Two, since one who fails waits a second.
    await Promise.all([joinShop(auth, 0), joinShop(auth, 1)])
    let number = 0
    return () => {
      const { email } = shopper(number++)
      return must(401, auth.callTo("commerce", "login", { body: { email, password: "not it" } }))
    }
  },
  "an address asks too often": async (auth) => () => auth.call("emailCheck", { body: { email: "bot@example.com" } }),
}

/** For what nobody does twice in one moment. */
const once = (act: () => Promise<unknown>) => {
  let done: Promise<unknown> | undefined
  return () => {
    done ??= act()
    return done
  }
}

/**
 * Few, and read for how many there are: what is on sale, what the configuration names, the keys of half a year, what operators listed.
 * Of the attack modes the newest is read.
 */
const readWhole = new Set(["Auction", "OAuthClient", "SigningKey", "OperatorEntry", "ModeChange"])

const wholeReads = async (statements: readonly string[], how?: { mayScan: boolean }) => {
  for (const statement of new Set(statements)) {
    const read = await readWholeBy(statement, how)
    expect(
      read.filter((table) => !readWhole.has(table)),
      statement,
    ).toEqual([])
  }
}

test.each(Object.entries(scenes))("%s: no statement reads all of a table", async (_, scene) => {
  const auth = await testAuth({ oauthClients: machines })
  const act = await scene(auth)
  await auth.settled()
  const statements = await statementsDuring(() => Promise.all([act(), act()]))
  await testDatabase({ empty: true })
  await wholeReads(statements)
  // Nor would it where the planner knows how many rows there are, and may read them all if that looks cheaper.
  await fillTables()
  await wholeReads(statements, { mayScan: true })
})
