import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, PDFStream } from '@cantoo/pdf-lib'
import { assertPassive } from './active-content.mjs'
import { objectOffset } from './load-strictly.mjs'
import { brokenReferences } from './structure-error.mjs'

const name = (text) => PDFName.of(text)

/**
 * Checks that every reader shows the document that the library loaded: the cross-reference table leads to the same objects, and the page tree
 * is valid. Also refuses active content. Returns the references of the pages, in order.
 * @throws Error with `reason: 'references'` or `'active'`
 */
export function checkStructure(bytes, xref, { document, offsets }) {
  const { context } = document
  const root = xref.dict.get(name('Root'))
  if (!(root instanceof PDFRef) || root !== context.trailerInfo.Root)
    throw brokenReferences('the catalogue is another one')
  const check = { bytes, xref, context, offsets }
  visitAll(check, root)
  return listPages(context, context.lookup(root, PDFDict))
}

function visitAll(check, root) {
  const seen = new Set([root])
  const queue = [root]
  while (queue.length) {
    const ref = queue.pop()
    const object = resolve(check, ref)
    if (object) visit(object, (next) => seen.has(next) || (seen.add(next), queue.push(next)))
  }
}

/** Returns the object of a reference, or undefined if it does not exist, which PDF treats as null (7.3.10). */
function resolve({ bytes, xref, context, offsets }, ref) {
  const entry = xref.objects.get(ref.objectNumber)
  const generation = entry?.container === undefined ? entry?.generation : 0
  const object = context.lookup(ref)
  if (!entry || generation !== ref.generationNumber) {
    if (object) throw brokenReferences(`object ${ref.objectNumber} is not in the cross-reference table`)
    return undefined
  }
  const number = entry.container ?? ref.objectNumber
  const top = entry.container === undefined ? entry : xref.objects.get(number)
  if (top?.offset === undefined || objectOffset(bytes, number, top) !== offsets.get(ref.objectNumber)) {
    throw brokenReferences(`object ${ref.objectNumber} is at another place than the cross-reference table says`)
  }
  return object
}

/** Checks the dictionaries in an object, and reports its references. */
function visit(object, report) {
  const stack = [object]
  while (stack.length) {
    const one = stack.pop()
    if (one instanceof PDFRef) report(one)
    else if (one instanceof PDFArray) stack.push(...one.asArray())
    else if (one instanceof PDFStream) stack.push(one.dict)
    else if (one instanceof PDFDict) {
      assertPassive(one)
      for (const value of one.values()) stack.push(value)
    }
  }
}

/** Walks the page tree as a reader does; each node must state how many pages it has (7.7.3). */
function listPages(context, catalog) {
  const pages = []
  const root = catalog.get(name('Pages'))
  const seen = new Set()
  walk(root)
  if (!pages.length) throw brokenReferences('the document has no page')
  return pages

  function walk(ref) {
    const node = ref instanceof PDFRef && !seen.has(ref) ? context.lookup(ref) : undefined
    if (!(node instanceof PDFDict)) throw brokenReferences('a node of the page tree is missing, or is in it twice')
    seen.add(ref)
    const kids = context.lookup(node.get(name('Kids')))
    if (node.lookup(name('Type')) !== name(kids ? 'Pages' : 'Page')) throw brokenReferences('a node has the wrong type')
    if (!kids) return void pages.push(ref)
    const before = pages.length
    if (!(kids instanceof PDFArray)) throw brokenReferences('the kids of a node are not a list')
    for (const kid of kids.asArray()) walk(kid)
    const count = node.lookup(name('Count'))
    if (!(count instanceof PDFNumber) || count.asNumber() !== pages.length - before) {
      throw brokenReferences('a node of the page tree has another number of pages than it states')
    }
  }
}
