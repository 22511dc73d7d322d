import Bowser from "bowser"

/**
 * What a user agent says that it is, in a few words: "Firefox on Linux". It is the device's own word, and may be wrong;
 * what we cannot read we do not guess at.
 */
export function deviceOf(userAgent: string | null, client: string): string {
  if (!userAgent) return client === "browser" ? "A browser" : "An app"
  const { browser, os } = Bowser.parse(userAgent)
  if (browser.name && os.name) return `${browser.name} on ${os.name}`
  // What the library does not know it calls the empty string, or nothing.
  return browser.name || os.name || (client === "browser" ? "A browser that we do not know" : "An app")
}
