import type { Language } from "@/lib/account/language"
import * as account from "@/lib/words/en/account"
import * as changePhone from "@/lib/words/en/change-phone"
import { checks } from "@/lib/words/en/checks"
import { events } from "@/lib/words/en/events"
import { form } from "@/lib/words/en/form"
import { frame } from "@/lib/words/en/frame"
import { home } from "@/lib/words/en/home"
import { limits } from "@/lib/words/en/limits"
import { lostPhone } from "@/lib/words/en/lost-phone"
import { problems } from "@/lib/words/en/problems"
import * as signIn from "@/lib/words/en/sign-in"
import * as zhAccount from "@/lib/words/zh-hk/account"
import * as zhChangePhone from "@/lib/words/zh-hk/change-phone"
import { checks as zhChecks } from "@/lib/words/zh-hk/checks"
import { events as zhEvents } from "@/lib/words/zh-hk/events"
import { form as zhForm } from "@/lib/words/zh-hk/form"
import { frame as zhFrame } from "@/lib/words/zh-hk/frame"
import { home as zhHome } from "@/lib/words/zh-hk/home"
import { limits as zhLimits } from "@/lib/words/zh-hk/limits"
import { lostPhone as zhLostPhone } from "@/lib/words/zh-hk/lost-phone"
import { problems as zhProblems } from "@/lib/words/zh-hk/problems"
import * as zhSignIn from "@/lib/words/zh-hk/sign-in"

export type { Language }

const english = {
  checks,
  events,
  form,
  frame,
  home,
  limits,
  lostPhone,
  problems,
  ...signIn,
  ...account,
  ...changePhone,
}

/** A catalogue: for each room of the pages its sentences, in ICU's MessageFormat. */
export type Catalogue = { [Room in keyof typeof english]: Record<keyof (typeof english)[Room], string> }

/** The sentences of one room of a catalogue. */
export type Texts<Room extends keyof Catalogue> = Catalogue[Room]

/** Every sentence that people read who sign in, by language. They stay on the server: a page is handed what it shows. */
export const catalogues: Readonly<Record<Language, Catalogue>> = {
  en: english,
  "zh-HK": {
    checks: zhChecks,
    events: zhEvents,
    form: zhForm,
    frame: zhFrame,
    home: zhHome,
    limits: zhLimits,
    lostPhone: zhLostPhone,
    problems: zhProblems,
    ...zhSignIn,
    ...zhAccount,
    ...zhChangePhone,
  },
}

/** Whether a sentence of this key tells what is wrong with a field. */
export const isCheck = (key: string): key is keyof typeof english.checks => Object.hasOwn(english.checks, key)
