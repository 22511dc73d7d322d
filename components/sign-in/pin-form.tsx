"use client"
import { type FormEvent, type RefObject, useEffect, useRef } from "react"
import { toAccount } from "@/components/form/leave"
import { OnlyField } from "@/components/form/only-field"
import { SubmitButton } from "@/components/form/submit-button"
import { usePostedForm } from "@/components/form/use-posted-form"
import type { Problems } from "@/components/form/use-problems"
import { useTextedPin } from "@/components/sign-in/use-texted-pin"
import { formUrl } from "@/lib/web/form-url"
import { pinIn } from "@/lib/web/sign-in/pin-in-text"
import type { Texts } from "@/lib/words/catalogues"

type Props = {
  words: Texts<"pin">
  problems: Problems
  /** The PIN is spent or has expired: there is nothing to type until a new one comes. */
  isOver: boolean
}

const action = formUrl("verify-pin")
const load = () => import("@/components/sign-in/checks").then(({ pinChecks }) => pinChecks)

/**
 * Where the PIN is typed, pasted, or filled in by the phone: one input, and spaces do no harm, nor does the whole message. A
 * PIN that is complete goes by itself; after one that was wrong the person says when.
 */
export function PinForm({ words, problems, isOver }: Props) {
  const isByHand = useRef(problems.list.length > 0)
  const { form, busy } = usePostedForm({ action, problems, load, leave: toAccount })
  const element = useRef<HTMLFormElement>(null)
  const stopWaiting = useTextedPin(element, !isOver)

  // What was filled in before this script ran raised no event, and is sent as well.
  useEffect(() => {
    if (element.current) sendOnce(element.current, isByHand)
  }, [])

  const onInput = (event: FormEvent<HTMLFormElement>) => {
    void form.onInput(event)
    sendOnce(event.currentTarget, isByHand)
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    stopWaiting()
    isByHand.current = true
    void form.onSubmit(event)
  }

  return (
    <form {...form} ref={element} onInput={onInput} onSubmit={onSubmit}>
      <OnlyField
        name="pin"
        className="pin"
        label={words.label}
        hint={words.hint}
        problems={problems}
        clears
        disabled={isOver}
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
      />
      {!isOver && <SubmitButton busy={busy ? words.busy : undefined}>{words.submit}</SubmitButton>}
    </form>
  )
}

/** Submits the form if its PIN is complete, and leaves every later one to the person. */
function sendOnce(form: HTMLFormElement, isByHand: RefObject<boolean>): void {
  const input = form.elements.namedItem("pin")
  if (isByHand.current || !(input instanceof HTMLInputElement) || pinIn(input.value) === undefined) return
  isByHand.current = true
  form.requestSubmit()
}
