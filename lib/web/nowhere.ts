/** The answer where there is nothing, or nothing for this visitor: a page to read that needs no script and no style. */
export const nowhere = (): Response => new Response(html, { status: 404, headers })

const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Page not found – Latchkey</title>
<h1>Page not found</h1>
<p>There is nothing at this address. <a href="/">Go to the start page</a>.</p>
</html>
`
const headers = { "Cache-Control": "no-store", "Content-Type": "text/html; charset=utf-8" }
