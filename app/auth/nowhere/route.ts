import { commerce } from "@/lib/live"

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = commerce.nowhere
