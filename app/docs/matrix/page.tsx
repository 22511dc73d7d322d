import { MatrixTable } from "@/components/docs/matrix-table"
import { PageTitle } from "@/components/ui/page-title"
import { matrix } from "@/lib/reference/matrix"

/** Dialects by outcomes: what each API answers when the core says no. */
export default function MatrixPage() {
  return (
    <>
      <PageTitle>Dialects by outcomes</PageTitle>
      <MatrixTable matrix={matrix()} />
    </>
  )
}
