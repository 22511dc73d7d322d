/** What no log may hold, by its shape: what people are known by, and what opens their accounts. */
const shapes: Readonly<Record<string, RegExp>> = {
  email: /[\w.+-](?:@|%40)[\w-]+\.[a-z]/i,
  phone: /(?:\+|%2B)\d[\d ()-]{6,}\d|(?<![\w.-])\d{8,15}(?![\w.-])/i,
  // A number by itself: no part of a name, a version or a moment.
  pin: /(?<![\w./-])\d{6}(?![\w/-]|\.\d)/,
  jwt: /eyJ[\w-]{8,}\.[\w-]+/,
  cookie: /Fe26\.2\*|__Host-[\w-]+=/,
  key: /\b(?:sk_(?:live|test)|rt|whsec)_\w{4,}/,
  scheme: /\b(?:Bearer|Basic) [\w~+/.=-]{6,}/,
  // 128 bits in Base64, or more in the alphabet for URLs.
  token: /[\w/+]{22}==|(?<![\w-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{40,}(?![\w-])/,
}

/** A line that holds what it may not: what kind of thing that is, and the line. */
export type Held = { kind: string; line: string }

/** The lines of a log that hold a secret: by its shape, or since it is one of those that are `known`. */
export function secretsIn(log: string, known: Iterable<string> = []): Held[] {
  const secrets = new Set(known)
  const long = [...secrets].filter((secret) => secret.length > 8 && log.includes(secret))
  return log.split("\n").flatMap((line): Held[] => {
    const text = withoutIds(line)
    const isKnown = text.split(/\W+/).some((word) => secrets.has(word)) || long.some((secret) => text.includes(secret))
    if (isKnown) return [{ kind: "known", line }]
    const kind = Object.keys(shapes).find((name) => shapes[name]?.test(text))
    return kind ? [{ kind, line }] : []
  })
}

/** A line without what is random or a moment by nature: a request's id, when it was, what it took, UUIDs, and places in code. */
const withoutIds = (line: string): string =>
  line
    .replace(/^(\{"level":"\w+"),"at":"[\dT:.Z-]+"/, "$1")
    .replace(/"ms":[\d.]+/, "")
    .replace(/,"id":"[\w-]{16,64}"/, "")
    .replaceAll(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, "")
    .replaceAll(/:\d+:\d+\b/g, "")
