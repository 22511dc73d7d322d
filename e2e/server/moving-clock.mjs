// Loaded into a server before its own code, so that a test can move the time that it lives in: it says by how many milliseconds. CLOCK_AHEAD
// says by how many it is ahead from the start.
const Real = Date
let ahead = Number(process.env.CLOCK_AHEAD ?? 0)

globalThis.Date = class extends Real {
  constructor(...parts) {
    if (parts.length > 0) super(...parts)
    else super(Real.now() + ahead)
  }
  // Next makes a Date of its own of what this one has itself, and not of what it inherits.
  static UTC = Real.UTC
  static parse = Real.parse
  static now() {
    return Real.now() + ahead
  }
}

process.on("message", (duration) => {
  ahead += duration
  process.send("moved")
})
// Nothing that keeps the server from ending.
process.channel?.unref()
