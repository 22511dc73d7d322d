import { dialects } from "@/lib/dialects/all"
import type { Call } from "./code"
import type { Description, OperationObject, Verb } from "./description"
import { documented } from "./documented"

/** A page of the reference, at `/docs/<name>`: one API, or a part of one that is too long for a page. */
export type Section = { name: string; title: string; description: string; calls: Call[] }

/** The parts of APIs that have a page of their own, by the beginnings of their paths. */
const parts = [
  {
    name: "handbid-catalogue",
    of: "handbid",
    title: "Handbid V3: auctions",
    description: "What is on auction, for everybody to read; favourites need a token of Handbid V3.",
    under: ["/v3/auctions", "/v3/item"],
  },
  {
    name: "oauth-apps",
    of: "oauth",
    title: "Commerce for apps",
    description:
      "OpenID Connect for apps that people sign in to on our pages: they get their tokens where machines do. Its checks have a page of their own.",
    under: ["/oauth/userinfo", "/.well-known/openid-configuration"],
  },
] as const

/** Every section in the order of the reference. */
export const sections = (description: Description): Section[] =>
  (Object.keys(dialects) as (keyof typeof dialects)[]).flatMap((name) => {
    const { title, description: words } = documented[name]
    const calls = callsOf(title, description)
    const apart = parts.filter(({ of }) => of === name)
    const isApart = ({ url }: Call) => apart.some(({ under }) => under.some((prefix) => url.startsWith(prefix)))
    return [
      { name, title, description: words, calls: calls.filter((call) => !isApart(call)) },
      ...apart.map((part) => ({ ...part, calls: calls.filter(isApart) })),
    ]
  })

const callsOf = (tag: string, { paths }: Description): Call[] =>
  Object.entries(paths).flatMap(([url, operations]) =>
    (Object.entries(operations) as [Verb, OperationObject][])
      .filter(([, operation]) => operation.tags[0] === tag)
      .map(([verb, operation]) => ({ verb, url, operation })),
  )

/** Where the section of this name was, while the whole reference was one page. */
export const oldAnchor = ({ title }: Section): string => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")
