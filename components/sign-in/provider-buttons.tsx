import type { Provider } from "@/lib/web/sign-in/visit"
import type { Texts } from "@/lib/words/catalogues"

/** Who else a person can sign in with, where that is configured. They are plain links, which work without scripts. */
export const ProviderButtons = ({ words, providers }: { words: Texts<"email">; providers: Provider[] }) =>
  providers.map((provider) => (
    <a className="button secondary" key={provider} href={`/sign-in/with/${provider}`}>
      {words[provider]}
    </a>
  ))
