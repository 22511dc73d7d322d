import { joinGoodCity, mobileOf } from "@/lib/testing/goodcity-people"
import { elsewhere } from "@/lib/testing/people"
import { joinShop, shopper } from "@/lib/testing/shoppers"
import type { CallAnswer, TestAuth } from "@/lib/testing/test-auth"

/** An operation that must not tell by its time who has an account. */
export type Subject = {
  /** Makes somebody known. */
  join(auth: TestAuth, number: number): Promise<unknown>
  /** The call that is timed. */
  call(auth: TestAuth, number: number): Promise<CallAnswer>
  status(known: boolean): number
}

/** The operations that `npm run bench:timing -- <name>` can time. */
export const subjects: Readonly<Record<string, Subject>> = {
  send_pin: {
    join: joinGoodCity,
    call: (auth, number) =>
      auth.callTo("goodcity", "sendPin", { body: { mobile: mobileOf(number) }, address: elsewhere() }),
    status: () => 200,
  },
  commerce_login: {
    join: joinShop,
    call: (auth, number) => {
      const body = { email: shopper(number).email, password: "not the password" }
      return auth.callTo("commerce", "login", { body, address: elsewhere() })
    },
    status: () => 401,
  },
}
