import { consoleFile } from "@/lib/live/forms"

export const GET = consoleFile
