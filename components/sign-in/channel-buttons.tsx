"use client"
import { SubmitButton } from "@/components/form/submit-button"
import type { FormProblem } from "@/lib/web/cookie"
import type { Texts } from "@/lib/words/catalogues"

/** The other ways that the PIN may come, and what their buttons say. */
export type OtherChannels = { others: readonly (keyof Texts<"channels">)[]; words: Texts<"channels"> }

type Props = {
  words: Texts<"channels">
  channels: OtherChannels["others"]
  /** Not now: the form is on its way, or must wait. */
  waiting: boolean
}

/** The other ways that a PIN may come, each a button that sends the same form with its name. */
export function ChannelButtons({ words, channels, waiting }: Props) {
  return channels.map((channel) => (
    <SubmitButton key={channel} name="channel" value={channel} secondary waiting={waiting}>
      {words[channel]}
    </SubmitButton>
  ))
}

/** The ways that the server offered beside what is wrong. */
export const offeredIn = (problems: readonly FormProblem[]) => problems.flatMap(({ offers = [] }) => offers)
