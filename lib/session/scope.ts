/**
 * Whether what a token was given covers what is needed: by its name, or by the whole of its kind, as a person's own
 * `read write` covers `read:orders`.
 */
export function covers(scopes: readonly string[], needed: string): boolean {
  const [kind = ""] = needed.split(":")
  return scopes.includes(needed) || scopes.includes(kind)
}
