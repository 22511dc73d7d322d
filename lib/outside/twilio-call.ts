import type { Language } from "@/lib/account/language"
import { twilioLibrary } from "@/lib/outside/twilio-client"

/** Who says it: Twilio's names for a language and a voice. Cantonese, since that is what people in Hong Kong speak. */
const speakers = {
  en: { language: "en-US", voice: "Polly.Joanna" },
  "zh-HK": { language: "yue-HK", voice: "Google.yue-HK-Standard-A" },
} as const satisfies Record<Language, { language: string; voice: string }>

/**
 * What a call does (TwiML): a moment after it is answered it says these words slowly, and once more for whoever went to find a pen.
 * Twilio's library writes the XML, and escapes what a brand may be called.
 */
export async function sayTwice(words: string, language: Language): Promise<string> {
  const call = new (await twilioLibrary()).twiml.VoiceResponse()
  for (let times = 0; times < 2; times++) {
    call.pause({ length: 1 })
    call.say(speakers[language], "").prosody({ rate: "slow" }, words)
  }
  call.hangup()
  return call.toString()
}
