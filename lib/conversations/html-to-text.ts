import { convert } from 'html-to-text'

/** Longer mails are cut before they are parsed. */
const CHARACTERS_MAX = 200_000

/**
 * The text of an HTML e-mail: quoted parts with `>` before each line, and links as their text with the address in brackets. Images, styles and
 * scripts are left out.
 */
export const htmlToText = (html: string): string =>
  convert(html, {
    wordwrap: false,
    limits: { maxInputLength: CHARACTERS_MAX, maxDepth: 60 },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  })
