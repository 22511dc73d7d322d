/** The style sheet of a whitelabel's colours, lifted into the head after our own. Without one the page looks as ours. */
export function ThemeSheet({ path }: { path: string | undefined }) {
  return path === undefined ? null : <link rel="stylesheet" href={path} precedence="theme" />
}
