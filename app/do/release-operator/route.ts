import { forms } from "@/lib/live"

export const { GET, POST } = forms.releaseOperator
