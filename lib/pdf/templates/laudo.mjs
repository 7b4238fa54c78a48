import { Document, Page, Path, StyleSheet, Svg, Text, View } from '@react-pdf/renderer'
import { createElement as h } from 'react'
import { FONT_FAMILY, printable } from './fonts.mjs'

const INK = '#17211f'
const SOFT = '#5f6b6b'
const LINE = '#dfe6e4'
const ACCENT = '#0f5c57'

const styles = StyleSheet.create({
  page: {
    fontFamily: FONT_FAMILY,
    fontSize: 9,
    lineHeight: 1.45,
    color: INK,
    paddingTop: 44,
    paddingBottom: 62,
    paddingHorizontal: 48,
  },
  head: {
    flexDirection: 'row',
    justifyContent: 'space-between',
    alignItems: 'flex-end',
    paddingBottom: 12,
    borderBottomWidth: 1.5,
    borderBottomColor: ACCENT,
  },
  company: { fontSize: 9, fontWeight: 600, color: ACCENT },
  title: { fontSize: 16, fontWeight: 600, lineHeight: 1.25, marginTop: 4 },
  protocol: { fontSize: 12, fontWeight: 600, letterSpacing: 0.4 },
  label: { color: SOFT },
  group: { marginTop: 12 },
  groupTitle: { fontSize: 9.5, fontWeight: 600, marginBottom: 5 },
  fact: { flexDirection: 'row', paddingVertical: 1.5 },
  factLabel: { width: 132, color: SOFT },
  factValue: { flex: 1 },
  code: { flex: 1, fontSize: 8.2, letterSpacing: 0.15 },
  terms: { padding: 9, backgroundColor: '#f3f7f6', borderRadius: 4 },
  row: { flexDirection: 'row', paddingVertical: 3.5, borderTopWidth: 0.5, borderTopColor: LINE },
  firstRow: { borderTopWidth: 0, paddingTop: 0 },
  what: { width: 112, paddingRight: 8, fontWeight: 600 },
  when: { width: 98, paddingRight: 8 },
  origin: { flex: 1, fontSize: 8 },
  verify: {
    flexDirection: 'row',
    alignItems: 'center',
    paddingVertical: 12,
    borderBottomWidth: 1,
    borderBottomColor: LINE,
  },
  verifyText: { flex: 1, marginLeft: 16 },
  legal: { marginTop: 6, fontSize: 8, color: SOFT },
  foot: {
    position: 'absolute',
    bottom: 30,
    left: 48,
    right: 48,
    flexDirection: 'row',
    justifyContent: 'space-between',
    fontSize: 8,
    color: SOFT,
  },
})

const text = (style, value) => h(Text, { style }, printable(value))

/** An acceptance's report (`Laudo` in laudo.ts). */
export default function laudo({ title, company, protocol, groups, terms, log, verify, legal, page, language, at }) {
  const pageOf = ({ pageNumber, totalPages }) => page.replace('{page}', pageNumber).replace('{pages}', totalPages)
  return h(
    Document,
    {
      title: `${title} ${protocol.value}`,
      author: company,
      creator: company,
      producer: company,
      language,
      creationDate: at,
      modificationDate: at,
    },
    h(
      Page,
      { size: 'A4', style: styles.page },
      h(
        View,
        { style: styles.head },
        h(View, null, text(styles.company, company), text(styles.title, title)),
        h(
          View,
          { style: { alignItems: 'flex-end' } },
          text(styles.label, protocol.label),
          text(styles.protocol, protocol.value),
        ),
      ),
      drawVerify(verify, legal),
      groups.map(drawGroup),
      h(
        View,
        { style: styles.group },
        text(styles.groupTitle, terms.title),
        h(View, { style: styles.terms }, text({}, terms.text)),
      ),
      h(
        View,
        { style: styles.group },
        text(styles.groupTitle, log.title),
        drawRow(log.columns, 'columns', styles.label),
        log.rows.map((row, index) => drawRow(row, index)),
      ),
      h(
        View,
        { style: styles.foot, fixed: true },
        h(Text, null, `${protocol.label} ${protocol.value}`),
        h(Text, { render: pageOf }),
      ),
    ),
  )
}

const drawGroup = ({ title, facts }, key) =>
  h(
    View,
    { key, style: styles.group, wrap: false },
    text(styles.groupTitle, title),
    facts.map(({ label, value, code }, at) =>
      h(
        View,
        { key: at, style: styles.fact },
        text(styles.factLabel, label),
        text(code ? styles.code : styles.factValue, value),
      ),
    ),
  )

const COLUMNS = [styles.what, styles.when, styles.when, styles.origin]

const drawRow = (cells, key, over = {}) =>
  h(
    View,
    { key, style: [styles.row, key === 'columns' && styles.firstRow], wrap: false },
    cells.map((cell, at) => h(Text, { key: at, style: [COLUMNS[at], over] }, printable(cell))),
  )

const drawVerify = ({ title, text: words, url, qr }, legal) =>
  h(
    View,
    { style: styles.verify, wrap: false },
    h(Svg, { width: 76, height: 76, viewBox: `0 0 ${qr.size} ${qr.size}` }, h(Path, { d: qr.path, fill: INK })),
    h(
      View,
      { style: styles.verifyText },
      text(styles.groupTitle, title),
      text({}, words),
      text({ color: ACCENT, fontWeight: 600 }, url),
      text(styles.legal, legal),
    ),
  )
