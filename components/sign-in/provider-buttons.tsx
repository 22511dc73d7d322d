import type { Provider } from "@/lib/web/sign-in/visit"

const names: Readonly<Record<Provider, string>> = { google: "Google", apple: "Apple" }

/** Other ways in, where they are configured. They are plain links, which work without scripts. */
export function ProviderButtons({ providers }: { providers: Provider[] }) {
  if (providers.length === 0) return null
  return (
    <section className="aside" aria-label="Other ways to sign in">
      {providers.map((provider) => (
        <a className="button secondary" key={provider} href={`/sign-in/with/${provider}`}>
          Sign in with {names[provider]}
        </a>
      ))}
    </section>
  )
}
