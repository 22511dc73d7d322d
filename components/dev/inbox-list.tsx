/** A text message as the inbox shows it. */
export type ShownMessage = {
  to: string
  body: string
  pin: string
  sentAt: Date
  channel?: "sms" | "whatsapp" | "voice"
}

const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium", timeZone: "UTC" })

const byChannel = { sms: "To", whatsapp: "By WhatsApp to", voice: "By a call to" } as const

/** Text messages, newest first. */
export function InboxList({ messages }: { messages: ShownMessage[] }) {
  if (messages.length === 0)
    return <p className="empty">No text messages yet. They appear here as soon as they are sent.</p>
  return (
    <ol className="messages">
      {messages.map(({ to, body, pin, sentAt, channel = "sms" }) => (
        <li key={`${sentAt.toISOString()} ${to}`}>
          <p className="message-head">
            <span>
              {byChannel[channel]} {to}
            </span>
            <time dateTime={sentAt.toISOString()}>{clock.format(sentAt)} UTC</time>
          </p>
          {pin && (
            <p className="message-pin">
              <span className="visually-hidden">PIN </span>
              {pin}
            </p>
          )}
          <p className="message-body">{body}</p>
        </li>
      ))}
    </ol>
  )
}
