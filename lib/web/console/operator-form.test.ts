import { expect, test } from "vitest"
import { heldBackUntil } from "@/lib/testing/late-body"
import { consoleSite, inBrowser, jarWith } from "@/lib/testing/operators"
import { person } from "@/lib/testing/people"
import { listNumbersForm } from "@/lib/web/console/forms"
import { operatorHandlers } from "@/lib/web/console/operator-form"

const { phone } = person(0)

/** A console form as a browser's script posts it. */
const posted = (body: ReadableStream<Uint8Array>) =>
  new Request("https://latchkey.example/do/list-numbers", {
    method: "POST",
    body,
    headers: { origin: "https://latchkey.example", accept: "application/json", "content-type": "application/json" },
    duplex: "half",
  } as RequestInit)

const fields = { numbers: "+44", effect: "block" }

test("an operator whose access ends while their form is on its way changes nothing by it", async () => {
  const { auth, site } = await consoleSite([phone])
  const accessToken = await inBrowser(auth, 0)
  const jar = await jarWith({ accessToken }, site)
  const { POST } = operatorHandlers(listNumbersForm, async () => site, jar)
  const account = await auth.core.accounts.by("email", "handbid", person(0).email)
  const release = () => auth.core.operatorSeats.release(account?.id ?? "", auth.now())
  const answer = await POST(posted(heldBackUntil(release, fields)))
  expect(await answer.json()).toEqual({ go: "/admin" })
  expect(await auth.core.firewall.lists.read()).toEqual([])
})

test("an operator's form does what it says", async () => {
  const { auth, site } = await consoleSite([phone])
  const jar = await jarWith({ accessToken: await inBrowser(auth, 0) }, site)
  const { POST } = operatorHandlers(listNumbersForm, async () => site, jar)
  const answer = await POST(posted(heldBackUntil(async () => undefined, fields)))
  expect(await answer.json()).toEqual({ go: "/admin?done=block" })
})
