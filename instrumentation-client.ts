import { z } from "zod"

// Zod compiles its checks with eval unless told not to, and the Content-Security-Policy forbids eval.
z.config({ jitless: true })
