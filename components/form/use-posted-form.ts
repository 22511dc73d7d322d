"use client"
import { type FormEvent, useRef, useState } from "react"
import type { Checks } from "@/components/form/checks"
import { postForm } from "@/components/form/post-form"
import type { Problems } from "@/components/form/use-problems"
import { useWords } from "@/components/ui/page-words"
import type { FormProblem } from "@/lib/web/cookie"

type Options = {
  action: string
  problems: Problems
  /** Goes to the page that the server names. */
  leave(go: string): void
  /** Fetches what the form's page can check by itself. The server checks anyway. */
  load?(): Promise<Checks>
  /** What these checks do not know; asked after them, before anything is sent. */
  check?(fields: Record<string, string>): Promise<FormProblem[]>
  captchaToken?(): Promise<string>
  /** Asks the browser for what the form carries beside its fields, such as what a passkey signs, or says what is wrong. */
  ask?(): Promise<{ fields: Record<string, string> } | { problems: FormProblem[] }>
  /** Works at a puzzle that the server offers instead of a no. Undefined: nobody did. */
  solve?(puzzle: string): Promise<string | undefined>
}

/** On a slow line the server is asked sooner than the checks arrive. */
const longestLoad = 2_000

/**
 * Makes a plain form quicker: it is checked here first, and sent without leaving the page. While it is on its way a
 * second submit is ignored, and nothing stays red. Before scripts run, and without them, the same form posts itself.
 * `form` goes on the form. It sets no values: the inputs have them, and what was typed before scripts ran must stay.
 */
export function usePostedForm(options: Options) {
  const { action, problems, leave, load, check, captchaToken, ask, solve } = options
  const { form: words, checks } = useWords()
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)
  const loading = useRef<Promise<Checks | undefined>>(undefined)

  const wake = () => {
    loading.current ??= load?.().catch(() => {
      loading.current = undefined
      return undefined
    })
  }

  const send = async (fields: Record<string, string>) => {
    wake()
    const wrong = (await (await within(longestLoad, loading.current))?.all(fields)) ?? []
    const found = wrong.length > 0 ? wrong.map(inWords) : ((await check?.(fields)) ?? [])
    if (found.length > 0) return { problems: found }
    const asked = await ask?.()
    if (asked && "problems" in asked) return asked
    const token = await captchaToken?.()
    const answer = await postForm(action, { ...fields, ...asked?.fields, ...(token && { captchaToken: token }) }, words)
    const puzzle = "problems" in answer && answer.problems.find((problem) => problem.puzzle)?.puzzle
    const work = puzzle ? await solve?.(puzzle) : undefined
    return work ? postForm(action, { ...fields, work }, words) : answer
  }

  /** A check names a sentence. */
  const inWords = (problem: FormProblem): FormProblem => ({
    ...problem,
    message: checks[problem.message as keyof typeof checks] ?? problem.message,
  })

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sending.current) return
    sending.current = true
    setBusy(true)
    problems.show([])
    // Browsers and password managers fill in fields without telling; what is in the form counts.
    const { submitter } = event.nativeEvent as SubmitEvent
    const answer = await send({ ...textsIn(event.currentTarget), ...saidBy(submitter) })
    if ("go" in answer) return leave(answer.go)
    problems.show(answer.problems)
    sending.current = false
    setBusy(false)
  }

  /** A field that was wrong loses its red once it is right. What only the server knows is right until it is asked again. */
  const onInput = async ({ target, currentTarget }: FormEvent<HTMLFormElement>) => {
    wake()
    const input = target as HTMLInputElement
    const name = input.closest("fieldset")?.id || input.name
    if (!problems.list.some(({ field }) => field === name)) return
    const fields = textsIn(currentTarget)
    const loaded = await within(longestLoad, loading.current)
    if (!loaded || (await loaded.isInOrder(name, fields))) problems.settle(name)
  }

  const form = { method: "post", action, noValidate: true, onSubmit, onInput, "data-busy": busy || undefined } as const
  return { form, busy, wake }
}

const textsIn = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries([...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === "string"))

/** What the button says that was pressed, where it has a name. Older browsers leave it out of a form's data. */
const saidBy = (button: HTMLElement | null): Record<string, string> =>
  button instanceof HTMLButtonElement && button.name ? { [button.name]: button.value } : {}

/** The answer, or undefined if it takes longer than this many milliseconds. */
async function within<T>(limit: number, answer: Promise<T> | undefined): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, limit, undefined)
  })
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer))
}
