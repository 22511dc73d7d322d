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
  /** Whether the box that ends texts on this device is ticked; undefined where it is not offered. */
  trust: boolean | undefined
}

const action = formUrl("verify-pin")
const load = () => import("@/components/sign-in/checks").then(({ pinChecks }) => pinChecks)

/**
 * Where the PIN is typed, pasted, or filled in by the phone: one input, and spaces do no harm, nor does the whole message. A
 * PIN that is complete goes by itself; after one that was wrong the person says when.
 */
export function PinForm({ words, problems, isOver, trust }: Props) {
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
      {/* Above the PIN, which goes by itself once it is complete. */}
      {trust !== undefined && !isOver && <TrustChoice words={words} isTicked={trust} />}
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

/** "Do not text me on this device", and what to think of before. */
const TrustChoice = ({ words, isTicked }: { words: Texts<"pin">; isTicked: boolean }) => (
  <div className="field">
    <label className="choice">
      <input type="checkbox" name="trust" defaultChecked={isTicked} aria-describedby="trust-hint" />
      {words.trust}
    </label>
    <p className="hint" id="trust-hint">
      {words.trustHint}
    </p>
  </div>
)

/** Submits the form if its PIN is complete, and leaves every later one to the person. */
function sendOnce(form: HTMLFormElement, isByHand: RefObject<boolean>): void {
  const input = form.elements.namedItem("pin")
  if (isByHand.current || !(input instanceof HTMLInputElement) || pinIn(input.value) === undefined) return
  isByHand.current = true
  form.requestSubmit()
}
