import Bowser from "bowser"
import type { Say } from "@/lib/words/say"

/**
 * What a user agent says that it is, in a few words: "Firefox on Linux". It is the device's own word, and may be wrong;
 * what we cannot read we do not guess at.
 */
export function deviceOf(userAgent: string | null, client: string, say: Say): string {
  if (!userAgent) return say(client === "browser" ? "devices.browser" : "devices.app")
  const { browser, os } = Bowser.parse(userAgent)
  const name = isName(browser.name) && browser.name
  if (name && os.name) return say("devices.browserOn", { browser: name, system: os.name })
  // What the library does not know it calls the empty string, or nothing.
  return name || os.name || say(client === "browser" ? "devices.unknownBrowser" : "devices.app")
}

/**
 * One of the browsers that the library knows, or one short word. Of others it takes a part as it stands, which may say
 * anything, and a session's list is no place for somebody else's sentences. A product's name has no spaces (RFC 9110, 10.1.5).
 */
const isName = (name = ""): boolean =>
  (Object.values(Bowser.BROWSER_MAP) as string[]).includes(name) || /^[A-Za-z][\w.+-]{0,29}$/.test(name)
