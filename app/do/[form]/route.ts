import { form } from "@/lib/live/forms"

export const { GET, POST } = form
