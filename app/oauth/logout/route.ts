import { appPage } from "@/lib/live/forms"

export const { GET, POST } = appPage.logout
