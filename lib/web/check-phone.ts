import { parsePhone } from "@/lib/account/phone-number"
import type { PhoneProblem } from "@/lib/web/phone-problem"

/** What the server would say of this phone number, sooner. Heavy: for pages to load when it is needed. */
export async function checkPhone(phone: string, country: string): Promise<PhoneProblem[]> {
  if (parsePhone(phone, country)) return []
  const { phoneProblem } = await import("@/lib/web/phone-problem")
  return [phoneProblem(phone, country)]
}
