import { WhenByClock } from "@/components/account/when"
import type { Moment } from "@/lib/web/moments"

/** Tells the owner that somebody tried one PIN after another. */
export function CappedNotice({ cappedAt }: { cappedAt: Moment }) {
  return (
    <section className="warning" aria-labelledby="capped">
      <h2 id="capped">Somebody tried many wrong PINs</h2>
      <p>
        On <WhenByClock at={cappedAt} /> there were so many wrong PINs for your account that we stopped taking PINs for
        it from new devices. Nobody got in that way, and the devices that you signed in on before still work. To sign in
        on a new one, sign out here and sign in again first.
      </p>
    </section>
  )
}
