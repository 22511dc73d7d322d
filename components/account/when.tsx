/** An instant as people read it, in UTC: the server does not know where they are. */
export function When({ at }: { at: string }) {
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" })
  return <time dateTime={at}>{format.format(new Date(at))} UTC</time>
}
