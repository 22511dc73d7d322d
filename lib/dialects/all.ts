import { commerce, dialect as commerceDialect } from "@/lib/dialects/commerce"
import { goodcity, dialect as goodcityDialect } from "@/lib/dialects/goodcity"
import { handbid, dialect as handbidDialect } from "@/lib/dialects/handbid"
import { type Handlers, mount, nowhere, type Surroundings } from "@/lib/dialects/mount"
import { oauth, dialect as oauthDialect } from "@/lib/dialects/oauth"
import type { Dialect, DialectPath } from "@/lib/dialects/operation"
import { social, dialect as socialDialect } from "@/lib/dialects/social"

/** The dialects, each with its paths by name. A fifth one is one more line. */
export const dialects = {
  handbid: { dialect: handbidDialect, paths: handbid },
  goodcity: { dialect: goodcityDialect, paths: goodcity },
  commerce: { dialect: commerceDialect, paths: commerce },
  oauth: { dialect: oauthDialect, paths: oauth },
  social: { dialect: socialDialect, paths: social },
} satisfies Record<string, { dialect: Dialect; paths: Record<string, DialectPath> }>

/** The handlers of every dialect by the name of the path; `nowhere` answers the paths that are not there. */
export type Mounted = {
  [Name in keyof typeof dialects]: Record<keyof (typeof dialects)[Name]["paths"] | "nowhere", Handlers>
}

/** Makes handlers of all dialects. */
export function mountAll(surroundings: () => Promise<Surroundings>): Mounted {
  const mounted = Object.entries(dialects).map(([name, { dialect, paths }]) => {
    const handlers = Object.entries(paths).map(([key, path]) => [key, mount(path, surroundings)])
    return [name, { ...Object.fromEntries(handlers), nowhere: nowhere(dialect, surroundings) }]
  })
  return Object.fromEntries(mounted) as Mounted
}
