/** The query of a request by its names; of several values of one the last. */
export function queryOf({ url }: Request): Record<string, string> {
  const at = url.indexOf("?")
  return at < 0 ? {} : Object.fromEntries(new URL(url).searchParams)
}
