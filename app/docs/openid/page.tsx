import { DocsFrame } from "@/components/docs/docs-frame"
import { OpenidChecks } from "@/components/docs/openid-checks"
import { PageTitle } from "@/components/ui/page-title"
import { reference } from "@/lib/reference/openapi"
import { checks } from "@/lib/reference/openid-checks"
import { sections } from "@/lib/reference/sections"

/** What OpenID Connect's conformance suite asks, and what is answered here. */
export default function OpenidPage() {
  return (
    <DocsFrame sections={sections(reference())} current="/docs/openid">
      <PageTitle>OpenID Connect</PageTitle>
      <OpenidChecks plans={checks} />
    </DocsFrame>
  )
}
