/** The basic character set of GSM-7 (3GPP TS 23.038, 6.2.1), and what its extension writes with two septets each. */
const basic = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
)
const extended = new Set("\f^{}\\[~]|€")

/**
 * How many segments a text is sent, and paid for, as: 160 septets of GSM-7 fill one, or 70 UTF-16 units where a single character is
 * not in it; each segment of several gives some of that up to name its place (3GPP TS 23.040, 9.2.3.24.1).
 */
export function segmentsOf(text: string): number {
  const characters = [...text]
  const isGsm7 = characters.every((character) => basic.has(character) || extended.has(character))
  const length = isGsm7 ? characters.length + characters.filter((each) => extended.has(each)).length : text.length
  const [alone, among] = isGsm7 ? [160, 153] : [70, 67]
  return length <= alone ? 1 : Math.ceil(length / among)
}
