"use client"
import { useRef } from "react"
import type { FormProblem } from "@/lib/web/cookie"

type CheckPhone = typeof import("@/lib/web/check-phone")["checkPhone"]

/**
 * The numbering plans of the world are heavy, so they are fetched once somebody is at the phone field. Where they have
 * not arrived, nothing is checked here: the server checks anyway.
 */
export function usePhoneCheck() {
  const loaded = useRef<CheckPhone | "loading">(undefined)

  const loadPhoneCheck = () => {
    if (loaded.current) return
    loaded.current = "loading"
    import("@/lib/web/check-phone").then(
      (module) => {
        loaded.current = module.checkPhone
      },
      () => {
        loaded.current = undefined
      },
    )
  }

  const checkPhone = async ({ phone = "", country = "" }: Record<string, string>): Promise<FormProblem[]> => {
    const check = loaded.current
    return typeof check === "function" ? check(phone, country).catch(() => []) : []
  }

  return { loadPhoneCheck, checkPhone }
}
