import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { checkStructure } from './check-structure.mjs'
import { loadStrictly } from './load-strictly.mjs'
import { readXref } from './read-xref.mjs'
import { reserveSignature } from './signature-field.mjs'
import { brokenReferences } from './structure-error.mjs'

const name = (text) => PDFName.of(text)

/** Opens a document for `appendTo` and checks it. @throws Error with `reason: 'references'` or `'active'` */
export async function openOriginal(bytes) {
  const xref = await readXref(bytes)
  const loaded = await loadStrictly(bytes, { forIncrementalUpdate: true })
  return { xref, document: loaded.document, pages: checkStructure(bytes, xref, loaded) }
}

/**
 * Adds pages behind a document as an incremental update (ISO 32000-1, 7.5.6): the file begins with the unchanged bytes of the original.
 * The result is read again to check that it contains all pages of the original, unchanged, and then the new ones.
 * @throws Error with `reason: 'references'` when readers could show something else
 */
export async function appendTo({ xref: before, document, pages: originalPages }, pages, signature) {
  const addition = await PDFDocument.load(pages)
  const copies = await document.copyPages(addition, addition.getPageIndices())
  addLast(document, copies)
  if (signature) reserveSignature(document, copies[0], signature)
  // An update must list its objects as the original does: in a table or in a stream.
  const pdf = await document.commit({ useObjectStreams: !before.isTable })
  await verify(pdf, before, originalPages, copies)
  return { pdf, added: copies.length }
}

/** Adds the pages to the root of the page tree. Each gets its own values for all that it could inherit from there (7.7.3.4). */
function addLast({ catalog, context }, copies) {
  const tree = catalog.lookup(name('Pages'), PDFDict)
  const kids = tree.lookup(name('Kids'), PDFArray)
  for (const { ref, node } of copies) {
    const box = node.MediaBox()
    node.set(name('Parent'), catalog.get(name('Pages')))
    node.set(name('MediaBox'), box)
    node.set(name('CropBox'), box)
    node.set(name('Rotate'), PDFNumber.of(0))
    node.set(name('Resources'), node.Resources() ?? context.obj({}))
    kids.push(ref)
  }
  tree.set(name('Count'), PDFNumber.of(tree.lookup(name('Count'), PDFNumber).asNumber() + copies.length))
  context.snapshot.markObjsForSave([tree, kids])
}

async function verify(pdf, before, originalPages, copies) {
  const after = await readXref(pdf)
  const found = checkStructure(pdf, after, await loadStrictly(pdf))
  const expected = [...originalPages, ...copies.map(({ ref }) => ref)]
  if (found.length !== expected.length || found.some((ref, index) => ref !== expected[index])) {
    throw brokenReferences('the update shows other pages than the original')
  }
  if (
    originalPages.some(
      ({ objectNumber }) => !isSameEntry(before.objects.get(objectNumber), after.objects.get(objectNumber)),
    )
  ) {
    throw brokenReferences('the update changes a page of the original')
  }
}

const isSameEntry = (entry, next) => entry?.offset === next?.offset && entry?.container === next?.container
