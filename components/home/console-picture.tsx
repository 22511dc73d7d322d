import dark from "./console-dark.webp"
import light from "./console-light.webp"

/** The console under attack, as `npm run pictures` takes it. It comes when somebody scrolls to it, in its own room. */
export function ConsolePicture() {
  return (
    <figure className="console-picture">
      <picture>
        <source srcSet={dark.src} media="(prefers-color-scheme: dark)" />
        <img
          src={light.src}
          width={light.width}
          height={light.height}
          loading="lazy"
          decoding="async"
          alt="The console on the day of an attack. In the last 24 hours most requests were refused: the bars for refused messages are tall, and those for money spent stay low."
        />
      </picture>
      <figcaption>The console during a simulated attack: what was sent, what was refused, and what it cost.</figcaption>
    </figure>
  )
}
