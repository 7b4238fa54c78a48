import { Document, Page, StyleSheet, Text, View } from '@react-pdf/renderer'
import { createElement as h } from 'react'
import { FONT_FAMILY, printable } from './fonts.mjs'

const styles = StyleSheet.create({
  page: {
    fontFamily: FONT_FAMILY,
    fontSize: 10.5,
    lineHeight: 1.55,
    color: '#17211f',
    paddingTop: 56,
    paddingBottom: 72,
    paddingHorizontal: 62,
  },
  company: { fontSize: 9.5, fontWeight: 600, color: '#0f5c57', marginBottom: 34 },
  title: { fontSize: 18, fontWeight: 600, lineHeight: 1.25, marginBottom: 6 },
  meta: { color: '#5f6b6b', marginBottom: 26 },
  paragraph: { marginBottom: 11 },
  foot: {
    position: 'absolute',
    bottom: 34,
    left: 62,
    right: 62,
    flexDirection: 'row',
    justifyContent: 'space-between',
    fontSize: 8.5,
    color: '#5f6b6b',
  },
})

/** A letter or statement (`Letter` in letter.ts). Typed values are always rendered as plain text. */
export default function letter({ title, recipient, company, date, body, number, page, language }) {
  const paragraphs = printable(body)
    .split(/\n{2,}/)
    .filter((text) => text.trim())
  const pageOf = ({ pageNumber, totalPages }) => page.replace('{page}', pageNumber).replace('{pages}', totalPages)
  return h(
    Document,
    { title: printable(title), author: company, creator: company, producer: company, language },
    h(
      Page,
      { size: 'A4', style: styles.page },
      h(Text, { style: styles.company }, printable(company)),
      h(Text, { style: styles.title }, printable(title)),
      h(Text, { style: styles.meta }, `${printable(recipient)}\n${date}`),
      paragraphs.map((text, at) => h(Text, { key: at, style: styles.paragraph, orphans: 2, widows: 2 }, text)),
      h(View, { style: styles.foot, fixed: true }, h(Text, null, number), h(Text, { render: pageOf })),
    ),
  )
}
