const prefix = "scope:"

/** The name of a permission's checkbox. */
export const scopeField = (scope: string): string => `${prefix}${scope}`

/** The permission whose checkbox has this name; undefined for other fields. */
export const scopeOf = (field: string): string | undefined =>
  field.startsWith(prefix) ? field.slice(prefix.length) : undefined
