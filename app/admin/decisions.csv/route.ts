import { consoleFile } from "@/lib/live"

export const GET = consoleFile
