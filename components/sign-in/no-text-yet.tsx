import { TextNews } from "@/components/sign-in/text-news"
import type { TextStatus } from "@/lib/web/sign-in/text-words"

type Props = {
  status: TextStatus
  phoneEnding: string
  /** Only a newcomer may still change the number. */
  isNewcomer: boolean
  /** There are other ways to sign in. */
  hasOtherWays: boolean
}

/** For whoever waits for the text message: what became of it, and what helps. */
export function NoTextYet({ status, phoneEnding, isNewcomer, hasOtherWays }: Props) {
  return (
    <section className="no-text" aria-labelledby="no-text">
      <h2 id="no-text">No text message yet?</h2>
      <TextNews {...status} />
      <ul>
        <li>
          {isNewcomer ? (
            <>
              Check that your number ends in {phoneEnding}. If it does not, <a href="/sign-in/register">change it</a>.
            </>
          ) : (
            <>
              If the number ending in {phoneEnding} is not yours any more, change it on a device where you are signed
              in.
            </>
          )}
        </li>
        <li>Make sure that your phone is on, has a signal, and does not block unknown senders.</li>
        <li>Send the PIN again. If the first message comes late, its PIN still works.</li>
        <li>
          Go where the signal is better, or sign in later.
          {hasOtherWays && (
            <>
              {" "}
              Or <a href="/sign-in">sign in another way</a>.
            </>
          )}
        </li>
      </ul>
    </section>
  )
}
