"use client"
import { createContext, type ReactNode, use } from "react"

const Name = createContext("Latchkey")

/** Names whose pages these are, for what stands below it. */
export function BrandName({ name, children }: { name: string; children: ReactNode }) {
  return <Name value={name}>{children}</Name>
}

/** Whose pages these are. */
export const useBrandName = (): string => use(Name)
