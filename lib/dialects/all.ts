import { dialect as commerce, paths as commercePaths } from "@/lib/dialects/commerce"
import { dialect as oauth, paths as oauthPaths } from "@/lib/dialects/commerce/oauth"
import { dialect as goodcity, paths as goodcityPaths } from "@/lib/dialects/goodcity"
import { dialect as handbid, paths as handbidPaths } from "@/lib/dialects/handbid"
import { type Handlers, mount, nowhere, type Surroundings } from "@/lib/dialects/mount"
import type { Dialect, Path } from "@/lib/dialects/operation"
import { dialect as social, paths as socialPaths } from "@/lib/dialects/social"
import type { DiscoveryCore } from "@/lib/discovery/browse"

/** The dialects, each with its paths by name. A fifth one is one more line. */
export const dialects = {
  handbid: { dialect: handbid, paths: handbidPaths },
  goodcity: { dialect: goodcity, paths: goodcityPaths },
  commerce: { dialect: commerce, paths: commercePaths },
  oauth: { dialect: oauth, paths: oauthPaths },
  social: { dialect: social, paths: socialPaths },
} satisfies Record<string, { dialect: Dialect; paths: Record<string, Path<DiscoveryCore>> }>

/** The route handlers of every dialect by the name of the path; `nowhere` answers the paths that are not there. */
export type Mounted = {
  [Name in keyof typeof dialects]: Record<keyof (typeof dialects)[Name]["paths"] | "nowhere", Handlers>
}

/** Makes route handlers of all dialects. */
export function mountAll(surroundings: () => Promise<Surroundings<DiscoveryCore>>): Mounted {
  const mounted = Object.entries(dialects).map(([name, { dialect, paths }]) => {
    const handlers = Object.entries(paths).map(([path, operations]) => [path, mount(dialect, operations, surroundings)])
    return [name, { ...Object.fromEntries(handlers), nowhere: nowhere(dialect, surroundings) }]
  })
  return Object.fromEntries(mounted) as Mounted
}
