import type { TrustedProxy } from "@/lib/http/forwarded"

type Listening = { TRUSTED_PROXY: TrustedProxy; HOSTNAME?: string | undefined; VERCEL?: string | undefined }

/**
 * What to say at start where a proxy is believed and the port is open to all: whoever reaches it directly writes
 * `X-Forwarded-For` at will, and has as many addresses as they like. `next start` listens on every interface unless its
 * command line says `-H`; it does not heed HOSTNAME. On Vercel there is no port.
 */
export function openPortWarning(
  { TRUSTED_PROXY, HOSTNAME, VERCEL }: Listening,
  argv: readonly string[],
): string | undefined {
  if (TRUSTED_PROXY === "none" || VERCEL) return undefined
  const host = hostIn(argv)
  if (host !== undefined && !/^(0\.0\.0\.0|\[?::\]?|\*|)$/.test(host)) return undefined
  const unheeded = HOSTNAME && host === undefined ? ` HOSTNAME is set, and next start does not heed it.` : ""
  return (
    "TRUSTED_PROXY is set, and the server listens on every interface: whoever reaches its port directly can forge X-Forwarded-For." +
    `${unheeded} Let nobody but the proxy reach the port: npm start -- -H 127.0.0.1, or a firewall`
  )
}

/** What the command line says after -H or --hostname, the last word counting. */
function hostIn(argv: readonly string[]): string | undefined {
  const said = argv.flatMap((word, at) => {
    if (word === "-H" || word === "--hostname") return argv[at + 1] ?? []
    return /^(?:--hostname=|-H)(.*)$/.exec(word)?.[1] ?? []
  })
  return said.at(-1)
}
