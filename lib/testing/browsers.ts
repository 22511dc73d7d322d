import { consoleSite, jarWith } from "@/lib/testing/operators"
import type { TestOptions } from "@/lib/testing/test-auth"
import { openCookie } from "@/lib/web/cookie"
import { openDeviceCookie } from "@/lib/web/device-cookie"
import { type Form, formHandlers } from "@/lib/web/form"

type Answer = { go?: string; problems?: { field?: string; message: string; isOver?: true; retryAt?: number }[] }

/** Our pages, and browsers with a cookie jar each that post their forms as the pages' scripts do. */
export async function ourPages(options: TestOptions = {}) {
  const { auth, site } = await consoleSite([], options)
  const browser = async (language = "en") => {
    const jar = await jarWith({}, site)
    const post = async <Values>(form: Form<Values>, fields: Record<string, string> = {}): Promise<Answer> => {
      const headers = { origin: "https://latchkey.example", accept: "application/json", "accept-language": language }
      const init = { method: "POST", body: new URLSearchParams(fields), headers }
      const request = new Request("https://latchkey.example/do/it", init)
      return (await formHandlers(form, async () => site, jar).POST(request)).json() as Promise<Answer>
    }
    const cookie = () => openCookie(site, jar)
    const device = () => openDeviceCookie(site, jar)
    return { post, cookie, device }
  }
  return { auth, site, browser }
}
