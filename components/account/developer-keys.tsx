import { ApiKeys } from "@/components/account/api-keys"
import { MakeKeyForm } from "@/components/account/make-key-form"
import type { AccountView } from "@/lib/web/account/view"

type Props = Pick<AccountView, "apiKeys" | "permissions"> & {
  values: Record<string, string>
  /** Where something was just done there, or went wrong. */
  isOpen: boolean
}

/** What programs sign in with, folded away: most people have none. */
export const DeveloperKeys = ({ apiKeys, permissions, values, isOpen }: Props) => (
  <details open={isOpen || apiKeys.length > 0}>
    <summary>API keys, for developers</summary>
    <ApiKeys apiKeys={apiKeys} />
    <MakeKeyForm permissions={permissions} values={values} />
  </details>
)
