/**
 * What a request asks for, as handlers and Next can read it: a path. Next answers the absolute form (RFC 9112, 3.2.2) by
 * sending its caller wherever that names, and breaks at escapes that stand for nothing: these are taken as the text that they are.
 */
export function readableTarget(target: string): string {
  const origin = target.replace(/^https?:\/\/[^/?#]*/i, "")
  const asked = origin.startsWith("/") ? origin : `/${origin.replace(/^[^?]*/, "")}`
  if (!asked.includes("%")) return asked
  const query = asked.indexOf("?")
  const path = query < 0 ? asked : asked.slice(0, query)
  return isReadable(path) ? asked : path.replaceAll("%", "%25") + asked.slice(path.length)
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
