import { z } from "zod"
import { roles } from "@/lib/account/permission"
import { parsePersonName } from "@/lib/account/person-name"
import { scopeField, scopeOf } from "@/lib/web/account/scope-field"
import { checkbox } from "@/lib/web/checkbox"
import { says } from "@/lib/web/sign-in/schemas"

/** An id that nothing can have is as good as any that is not there. The database would choke on some. */
export const namedById = z.object({ id: z.string().transform((id) => (/^[\w-]{1,100}$/.test(id) ? id : "none")) })

/** A key's name, and a checkbox for each permission. Both are looked at, so that the page tells of both. */
export const apiKeyForm = z
  .record(z.string(), z.string())
  .transform(gather)
  .pipe(
    z.object({
      name: z
        .string()
        .refine((text) => text.trim() !== "", says("keyNameMissing"))
        .refine((text) => text.trim() === "" || parsePersonName(text) !== undefined, says("keyNameWrong")),
      scopes: z.array(z.string()).min(1, says("keyScopesMissing")),
    }),
  )

/** Whether the form of a new key has such a field. */
export const isApiKeyField = (field: string): boolean =>
  field === "name" || roles.customer.some((scope) => field === scopeField(scope))

export const everywhereForm = z.object({ apiKeys: checkbox })

function gather({ name = "", ...boxes }: Record<string, string>) {
  return { name, scopes: Object.keys(boxes).flatMap((box) => scopeOf(box) ?? []) }
}

export type EverywhereValues = z.output<typeof everywhereForm>
