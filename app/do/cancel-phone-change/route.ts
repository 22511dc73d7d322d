import { forms } from "@/lib/live/forms"

export const { GET, POST } = forms.cancelPhoneChange
