/** A browser that speaks HTTP alone: it keeps cookies, posts our pages' forms as a script does, and follows no redirect. */
export function formBrowser(origin: string, address: string) {
  const kept = new Map<string, string>()
  const keep = (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === "") kept.delete(name)
      else kept.set(name, value)
    }
    return answer
  }
  const headers = () => ({
    origin,
    accept: "application/json",
    "x-forwarded-for": address,
    cookie: [...kept].map(([name, value]) => `${name}=${value}`).join("; "),
  })
  /** What a form was answered. With `keeps: false` the browser is as it was before. */
  const post = async (server: string, form: string, fields: Record<string, string>, { keeps = true } = {}) => {
    const sent = { method: "POST", headers: headers(), body: new URLSearchParams(fields) }
    const answer = await fetch(`${server}/do/${form}`, sent)
    if (keeps) keep(answer)
    return { status: answer.status, body: await answer.json() }
  }
  /** Where an address leads. */
  const open = async (url: string) => {
    const answer = keep(await fetch(url, { headers: headers(), redirect: "manual" }))
    return new URL(answer.headers.get("location") ?? "", origin)
  }
  return { post, open }
}
