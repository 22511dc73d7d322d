"use client"
import { useRef } from "react"
import { useWords } from "@/components/ui/page-words"
import type { FormProblem } from "@/lib/web/cookie"

type CheckPhone = typeof import("@/lib/web/check-phone")["checkPhone"]

/**
 * The numbering plans of the world are heavy, so they are fetched once somebody is at the phone field. Where they have
 * not arrived, nothing is checked here: the server checks anyway.
 */
export function usePhoneCheck() {
  const { checks } = useWords()
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
    const found = typeof check === "function" ? await check(phone, country).catch(() => []) : []
    return found.map(({ field, message: { key, values } }) => {
      const message = checks[key.slice("checks.".length) as keyof typeof checks]
      return { field, message: message.replace("{example}", values?.example ?? "") }
    })
  }

  return { loadPhoneCheck, checkPhone }
}
