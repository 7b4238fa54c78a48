import { PDFArray, PDFDict, PDFHexString, PDFInvalidObject, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'

const FIELDS = PDFName.of('Fields')
const PRINT = 4
const SIGNATURES_EXIST_APPEND_ONLY = 3
/** Bytes reserved for the signature and its certificates. */
const LENGTH = 16_384
/** @signpdf searches for this placeholder and replaces it by the real range. */
const TO_BE_FILLED = '**********'

/** Adds an invisible signature field to a page, with space for a PAdES signature (ETSI EN 319 142-1). */
export function reserveSignature(document, page, { name, reason, at }) {
  const { context, catalog } = document
  const range = context.obj([0, ...[1, 2, 3].map(() => PDFName.of(TO_BE_FILLED))])
  const dictionary = context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: range,
    Contents: PDFHexString.of('0'.repeat(LENGTH * 2)),
    Name: PDFHexString.fromText(name),
    Reason: PDFHexString.fromText(reason),
    M: PDFString.fromDate(at),
  })
  const value = context.register(verbatim(dictionary))
  const widget = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      Rect: [0, 0, 0, 0],
      V: value,
      T: PDFString.of(`Retrato ${at.getTime()}`),
      F: PRINT,
      P: page.ref,
    }),
  )
  page.node.addAnnot(widget)
  const form = formOf(document)
  form.set(PDFName.of('SigFlags'), PDFNumber.of(SIGNATURES_EXIST_APPEND_ONLY))
  form.lookup(FIELDS, PDFArray).push(widget)
  context.snapshot.markObjsForSave([catalog, form, form.lookup(FIELDS)])
}

/** Writes the object uncompressed, because @signpdf could not find the placeholder in a compressed stream. */
function verbatim(object) {
  const bytes = new Uint8Array(object.sizeInBytes())
  object.copyBytesInto(bytes, 0)
  return PDFInvalidObject.of(bytes)
}

/** Returns the form of the document. A missing or invalid form or list of fields is replaced; readers ignore invalid ones too. */
function formOf({ catalog, context }) {
  const key = PDFName.of('AcroForm')
  const found = catalog.lookup(key)
  const form = found instanceof PDFDict ? found : context.obj({})
  if (form !== found) catalog.set(key, context.register(form))
  if (!(form.lookup(FIELDS) instanceof PDFArray)) form.set(FIELDS, context.obj([]))
  return form
}
