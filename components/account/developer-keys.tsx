import { ApiKeys } from "@/components/account/api-keys"
import { MakeKeyForm } from "@/components/account/make-key-form"
import type { AccountView } from "@/lib/web/account/view"
import type { Texts } from "@/lib/words/catalogues"
import type { Say } from "@/lib/words/say"

type Props = Pick<AccountView, "apiKeys" | "permissions"> & {
  say: Say
  words: Texts<"keys">
  values: Record<string, string>
  /** Where something was just done there, or went wrong. */
  isOpen: boolean
}

/** What programs sign in with, folded away: most people have none. */
export const DeveloperKeys = ({ say, words, apiKeys, permissions, values, isOpen }: Props) => (
  <details open={isOpen || apiKeys.length > 0}>
    <summary>{words.summary}</summary>
    <ApiKeys say={say} apiKeys={apiKeys} />
    <MakeKeyForm words={words} permissions={permissions} values={values} />
  </details>
)
