import type { Person } from "./person"

/** Registers so many numbers beside this one that no more texts go there. */
export async function crowd(url: string, { phone, address }: Person): Promise<void> {
  for (let index = 0; index < 12; index++) {
    const mobile = phone.slice(0, -2) + String((Number(phone.slice(-2)) + 1 + index) % 100).padStart(2, "0")
    const data = { firstName: "Row", lastName: "Tester", email: `row.${mobile.slice(1)}@example.com`, mobile }
    const headers = { "content-type": "application/json", "x-forwarded-for": `10.9${index}.${address.split(".")[2]}.1` }
    const body = JSON.stringify({ ...data, countryCode: "US", whitelabelId: 1 })
    await fetch(`${url}/v3/auth/register`, { method: "POST", headers, body })
  }
}
