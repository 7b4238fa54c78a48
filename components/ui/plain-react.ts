/**
 * Switches off our own replacements, which are there for speed: `StaticHtml` and our own `Link` then are plain React elements and `next/link`
 * (docs/decisions/016-forms.md). For the day an upgrade of React or Next.js breaks them. Read on the server only.
 */
export const isPlainReact = process.env.RETRATO_PLAIN_REACT === '1'
