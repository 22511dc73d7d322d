import type { ReactNode } from "react"

/** A picture, in type alone, of the message that signs people in. It repeats what the text beside it says. */
export function MessagePicture({ text }: { text: ReactNode }) {
  return (
    <div className="picture" aria-hidden="true">
      <p className="bubble">{text}</p>
      <p className="slots">
        {["4", "8", "2", "9", "1", "3"].map((digit) => (
          <span key={digit}>{digit}</span>
        ))}
      </p>
    </div>
  )
}
