import type { Operator } from "@/lib/console/operator"
import type { AppChange, ListedApp } from "@/lib/session/made-app"
import type { Core } from "@/lib/sign-in/core"
import { appIdPrefix, readApp } from "@/lib/web/console/app-fields"
import { nameOfOperator, type SeatView } from "@/lib/web/console/seats"
import type { Cookie, FormProblem, NewKey } from "@/lib/web/cookie"
import { texts } from "@/lib/web/form-fields"
import { lookOnce } from "@/lib/web/look-once"

export type AppView = Omit<ListedApp, "madeBy"> & { madeBy: string | undefined }
export type ChangeView = Omit<AppChange, "by"> & { by: string }

/** Everything that the page of the apps shows. */
export type AppsView = {
  done: string | undefined
  problems: FormProblem[]
  apps: AppView[]
  changes: ChangeView[]
  /** A secret that was just made. It is here once. */
  newSecret: NewKey | undefined
  /** What the form is filled with, and the id of the app that it makes. */
  fields: Readonly<Record<string, string>>
  isTyped: boolean
}

const shownChanges = 30

/** The apps that people sign in to, who changed them, and what the page's address holds of a form that was refused. */
export async function appsViewOf(
  asked: Record<string, unknown>,
  operator: Operator,
  seats: SeatView[],
  cookie: Cookie,
  core: Core,
): Promise<AppsView> {
  const typed = texts(asked)
  const isTyped = typed.try === "make"
  const why = wordsIn(refused, asked.refused)
  const wrong = isTyped ? readApp(typed).problems : []
  const nameOf = (by: string | null) => nameOfOperator(by, operator, seats)
  const [apps, changes, newSecret] = await Promise.all([
    core.madeApps.list(),
    core.madeApps.changes(shownChanges),
    lookOnce(cookie.newKey, appIdPrefix, core),
  ])
  return {
    done: wordsIn(done, asked.done),
    problems: [...(why ? [{ message: why }] : []), ...wrong],
    apps: apps.map(({ madeBy, ...app }) => ({ ...app, madeBy: madeBy === null ? undefined : nameOf(madeBy) })),
    changes: changes.map(({ by, ...change }) => ({ ...change, by: nameOf(by) })),
    newSecret,
    fields: { ...(isTyped && typed), id: `${appIdPrefix}${core.newToken().slice(0, 22)}` },
    isTyped,
  }
}

const wordsIn = (words: Readonly<Record<string, string>>, word: unknown): string | undefined =>
  typeof word === "string" && Object.hasOwn(words, word) ? words[word] : undefined

const done = {
  made: "Made. People can sign in to it from now on.",
  replaced: "The app has another secret. The one before opens nothing any more.",
  disabled: "Disabled. Nobody can sign in to it, and its people are signed out of it.",
  enabled: "Enabled. People can sign in to it again.",
}

const refused = {
  "made-already": "This app was made already. If you have not seen its secret, replace it",
  moved: "This app was changed meanwhile. Look at it, and press again if you still want to",
}
