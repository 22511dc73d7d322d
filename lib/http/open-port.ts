import type { TrustedProxy } from "@/lib/http/forwarded"

type Listening = { TRUSTED_PROXY: TrustedProxy; HOSTNAME?: string | undefined; VERCEL?: string | undefined }

/** How the server was started: its command line, and whether it listens where HOSTNAME says. */
export type Start = { argv: readonly string[]; heedsHostname: boolean }

/**
 * What to say at start where a proxy is believed and the port is open to all: whoever reaches it directly writes
 * `X-Forwarded-For` at will, and has as many addresses as they like. A server listens on every interface unless its command
 * line says `-H`, or HOSTNAME says where: `npm start` heeds that, `next start` does not. On Vercel there is no port.
 */
export function openPortWarning(
  { TRUSTED_PROXY, HOSTNAME, VERCEL }: Listening,
  { argv, heedsHostname }: Start,
): string | undefined {
  if (TRUSTED_PROXY === "none" || VERCEL) return undefined
  const host = hostIn(argv) ?? (heedsHostname ? HOSTNAME : undefined)
  if (host !== undefined && !isEverywhere(host)) return undefined
  const unheeded = HOSTNAME && host === undefined ? ` HOSTNAME is set, and next start does not heed it.` : ""
  return (
    "TRUSTED_PROXY is set, and the server listens on every interface: whoever reaches its port directly can forge X-Forwarded-For." +
    `${unheeded} Let only the proxy reach the port: npm start -- -H 127.0.0.1, or a firewall`
  )
}

/** Whether it means every interface. */
export const isEverywhere = (host: string): boolean => /^(0\.0\.0\.0|\[?::\]?|\*|)$/.test(host)

/** What the command line says after -H or --hostname, the last word counting. */
export function hostIn(argv: readonly string[]): string | undefined {
  const said = argv.flatMap((word, at) => {
    if (word === "-H" || word === "--hostname") return argv[at + 1] ?? []
    return /^(?:--hostname=|-H)(.*)$/.exec(word)?.[1] ?? []
  })
  return said.at(-1)
}
