import type { Ceremony } from "@/lib/sign-in/steps/ceremony"
import { consoleSite, jarWith } from "@/lib/testing/operators"
import type { TestOptions } from "@/lib/testing/test-auth"
import { keepCeremony, openCeremonies } from "@/lib/web/ceremony-cookie"
import { type CookieJar, openCookie } from "@/lib/web/cookie"
import { openDeviceCookie } from "@/lib/web/device-cookie"
import { type Form, formHandlers } from "@/lib/web/form"
import { openOnward } from "@/lib/web/onward"
import { openTrusts } from "@/lib/web/trust-cookie"

type Answer = { go?: string; problems?: { field?: string; message: string; isOver?: true; retryAt?: number }[] }

/** Our pages, and browsers with a cookie jar each that post their forms as the pages' scripts do. */
export async function ourPages(options: TestOptions = {}) {
  const { auth, site } = await consoleSite([], options)
  const browser = async (language = "en", chosen?: string) => {
    const jar = await jarWith({}, site)
    const send = async <Values>(
      form: Form<Values>,
      fields: Record<string, string>,
      to: CookieJar,
      origin = "https://latchkey.example",
    ): Promise<Answer> => {
      const headers = { origin, accept: "application/json", "accept-language": language }
      if (chosen) Object.assign(headers, { cookie: `latchkey-language=${chosen}` })
      const init = { method: "POST", body: new URLSearchParams(fields), headers }
      const request = new Request("https://latchkey.example/do/it", init)
      return (await formHandlers(form, async () => site, to).POST(request)).json() as Promise<Answer>
    }
    const post = <Values>(form: Form<Values>, fields: Record<string, string> = {}) => send(form, fields, jar)
    /** The same, and the answer never reaches the browser. */
    const postInVain = <Values>(form: Form<Values>, fields: Record<string, string>) =>
      send(form, fields, { ...jar, set: () => jar as never })
    /** The same from a page of this origin. */
    const postFrom = <Values>(origin: string, form: Form<Values>, fields: Record<string, string>) =>
      send(form, fields, jar, origin)
    const cookie = () => openCookie(site, jar)
    const device = () => openDeviceCookie(site, jar)
    const trusts = () => openTrusts(site, jar)
    const onward = () => openOnward(site, jar)
    /** It is asked to have this signed by a passkey. */
    const ask = async (ceremony: Ceremony) => keepCeremony(await openCeremonies(site, jar), ceremony)
    /** What it speaks from now on, if it was told to. */
    const speaks = () => jar.get("latchkey-language")?.value
    return { post, postInVain, postFrom, cookie, device, trusts, onward, ask, speaks }
  }
  return { auth, site, browser }
}
