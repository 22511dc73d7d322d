import { handbid } from "@/lib/live"

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = handbid.refreshToken
