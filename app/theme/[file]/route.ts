import { themeSheet } from "@/lib/live/pages"

export const GET = themeSheet
