/** What Next writes of its routes as it builds: `.next/routes-manifest.json`. */
type Manifest = { staticRoutes: { page: string }[]; dynamicRoutes: { page: string; regex: string }[] }

/**
 * Tells which route a path has, as a pattern: `/docs/[api]`. What has none is `unmatched`, whatever it is: a path that somebody made up
 * names nothing in logs and figures, and what lies in one never comes there.
 */
export function nextRoutes({ staticRoutes, dynamicRoutes }: Manifest): (path: string) => string {
  const fixed = new Set(staticRoutes.map(({ page }) => page).filter((page) => !page.startsWith("/_")))
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, pattern: new RegExp(regex) }))
  return (path) => {
    const asked = path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path
    if (fixed.has(asked)) return asked
    return patterns.find(({ pattern }) => pattern.test(asked))?.page ?? "unmatched"
  }
}

/** Whether a path is a file's: what the build made, or the icon. */
export const isFile = (path: string): boolean => path.startsWith("/_next/") || path === "/icon.svg"
