type Props = { goOn: string | undefined; children: string }

/** Whoever lost their phone on the way somewhere goes on there, now or once the change is under way. */
export const WayAfterPhone = ({ goOn, children }: Props) =>
  goOn === undefined ? null : (
    <p>
      <a className="way" href={goOn}>
        {children}
      </a>
    </p>
  )
