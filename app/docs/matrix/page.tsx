import { DocsFrame } from "@/components/docs/docs-frame"
import { MatrixTable } from "@/components/docs/matrix-table"
import { PageTitle } from "@/components/ui/page-title"
import { matrix } from "@/lib/reference/matrix"
import { reference } from "@/lib/reference/openapi"
import { sections } from "@/lib/reference/sections"

/** Dialects by outcomes: what each API answers when the core says no. */
export default function MatrixPage() {
  return (
    <DocsFrame sections={sections(reference())} current="/docs/matrix">
      <PageTitle>Dialects by outcomes</PageTitle>
      <MatrixTable matrix={matrix()} />
    </DocsFrame>
  )
}
