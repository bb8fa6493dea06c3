/** One page of HTML that needs nothing else: no script, nothing from elsewhere. */
import { escaped } from './escaped.ts'

/** `title` is text, `style` CSS of ours, `body` HTML. */
export const htmlPage = (title: string, style: string, body: string): string => `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
${body}
</html>
`
