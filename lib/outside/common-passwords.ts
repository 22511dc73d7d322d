let loading: Promise<ReadonlySet<string>> | undefined

/** Whether it is among the 10,000 most common passwords, in whatever case it is written. The list is loaded when it is first asked. */
export async function isCommonPassword(password: string): Promise<boolean> {
  loading ??= load()
  return (await loading).has(password.toLowerCase())
}

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common")
  // In order of frequency, and in lower case.
  return new Set((dictionary["passwords-common"] as string[]).slice(0, 10_000))
}
