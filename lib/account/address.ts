/** Where someone lives. A newcomer gives a district and a kind; the rest is filled in elsewhere. */
export type Address = {
  id: number
  districtId: number | null
  street: string | null
  flat: string | null
  building: string | null
}

/** The addresses of accounts, oldest first. */
export type Addresses = { of(accountId: string): Promise<Address[]> }
