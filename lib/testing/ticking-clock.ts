import { after, type Duration } from "@/lib/time"

/**
 * A clock that goes on by itself, a millisecond at each reading, as time does between two statements: whoever reads it twice
 * and takes the two for one instant is found out. A test that looks at it does not move it, and one that moves it moves it by
 * exactly so much.
 */
export function tickingClock(startAt: Date) {
  let time = startAt
  const pass = (duration: Duration) => {
    time = after(time, duration)
  }
  const look = () => time
  const read = () => {
    pass(1)
    return time
  }
  return { read, look, pass }
}
