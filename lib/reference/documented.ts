import type { dialects } from "@/lib/dialects/all"
import { docs as commerce } from "@/lib/dialects/commerce/docs"
import { docs as goodcity } from "@/lib/dialects/goodcity/docs"
import { docs as handbid } from "@/lib/dialects/handbid/docs"
import { docs as oauth } from "@/lib/dialects/oauth/docs"
import type { DialectDocs } from "@/lib/dialects/operation"
import { docs as social } from "@/lib/dialects/social/docs"

type Documented = { [Name in keyof typeof dialects]: DialectDocs<(typeof dialects)[Name]["paths"]> }

/** What the reference says of each dialect. A dialect without an entry breaks the build. */
export const documented: Documented = { handbid, goodcity, commerce, oauth, social }
