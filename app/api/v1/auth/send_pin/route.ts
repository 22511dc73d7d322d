import { goodcity } from "@/lib/live"

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = goodcity.sendPin
