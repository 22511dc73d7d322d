/**
 * The `os` that a `Client-Info` header names. The header is not published: a JSON object or `key=value` pairs with
 * semicolons, in either case of letters. What cannot be read names none.
 */
export function osOf(header: string | null): "ios" | "web" {
  const os = pairsOf(header ?? "").find(([key]) => key.trim().toLowerCase() === "os")?.[1]
  // Android's apps ask Google for a token with the web's client id, so they count as web.
  return typeof os === "string" && /^"?(ios|ipados)\b/i.test(os.trim()) ? "ios" : "web"
}

function pairsOf(header: string): [string, unknown][] {
  if (!header.trimStart().startsWith("{"))
    return header.split(";").map((pair) => {
      const [key = "", ...value] = pair.split("=")
      return [key, value.join("=")]
    })
  try {
    return Object.entries(JSON.parse(header) as object)
  } catch {
    return []
  }
}
