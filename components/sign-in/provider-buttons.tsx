import type { Provider } from "@/lib/web/sign-in/visit"
import type { Texts } from "@/lib/words/catalogues"

/** Other ways in, where they are configured. They are plain links, which work without scripts. */
export function ProviderButtons({ words, providers }: { words: Texts<"email">; providers: Provider[] }) {
  if (providers.length === 0) return null
  return (
    <section className="aside" aria-label={words.otherWays}>
      {providers.map((provider) => (
        <a className="button secondary" key={provider} href={`/sign-in/with/${provider}`}>
          {words[provider]}
        </a>
      ))}
    </section>
  )
}
