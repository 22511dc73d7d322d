// Loaded into a server before its own code, so that a test can move the time that it lives in: it says by how many milliseconds.
const Real = Date
let ahead = 0

globalThis.Date = class extends Real {
  constructor(...parts) {
    if (parts.length > 0) super(...parts)
    else super(Real.now() + ahead)
  }
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
