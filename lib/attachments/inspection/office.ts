import { readFile } from 'node:fs/promises'
import { unzipSync, type UnzipFileInfo } from 'fflate'

type Office = 'docx' | 'xlsx' | 'odt'

/** Parts of an office document with macros, controls, scripts or other programs' objects. Names are compared in lower case. */
const ACTIVE_PARTS =
  /(^|\/)(vbaproject\.bin|vbadata\.xml|activex\/|macrosheets\/|embeddings\/[^/]*\.bin$|basic\/|scripts\/)/
const MACRO_TYPE = /macroEnabled|ms-office\.vbaProject/i
/** A template that the document loads from another place when it is opened. */
const REMOTE_TEMPLATE =
  /attachedTemplate[^>]*TargetMode\s*=\s*["']External|TargetMode\s*=\s*["']External[^>]*attachedTemplate/i

const OPEN_DOCUMENT_TEXT = 'application/vnd.oasis.opendocument.text'
/** The parts of the archive that are read. For the other parts only the name is checked. */
const READ = new Set(['[Content_Types].xml', 'mimetype', 'word/_rels/settings.xml.rels'])
const READ_BYTES_MAX = 1024 * 1024
/** A small entry may unpack to a thousand times its size, whatever its header says. */
const PACKED_BYTES_MAX = 64 * 1024

/** Which office document a zip file is, `active` if it contains macros or the like, or null for any other zip file. */
export async function officeTypeOf(file: string): Promise<Office | 'active' | null> {
  const names: string[] = []
  const isRead = ({ name, size, originalSize }: UnzipFileInfo) => {
    names.push(name.replaceAll('\\', '/'))
    if (!READ.has(name)) return false
    if (size > PACKED_BYTES_MAX || originalSize > READ_BYTES_MAX) throw new Error(`${name} is too large to be read`)
    return true
  }
  let texts: Record<string, string>
  try {
    const entries = unzipSync(await readFile(file), { filter: isRead })
    texts = Object.fromEntries(Object.entries(entries).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]))
  } catch {
    return null
  }
  const type = typeOf(new Set(names), texts)
  if (!type) return null
  const isActive =
    names.some((name) => ACTIVE_PARTS.test(name.toLowerCase())) ||
    MACRO_TYPE.test(texts['[Content_Types].xml'] ?? '') ||
    REMOTE_TEMPLATE.test(texts['word/_rels/settings.xml.rels'] ?? '')
  return isActive ? 'active' : type
}

function typeOf(names: ReadonlySet<string>, texts: Record<string, string>): Office | null {
  if (texts.mimetype?.trim() === OPEN_DOCUMENT_TEXT && names.has('content.xml')) return 'odt'
  if (texts['[Content_Types].xml'] === undefined) return null
  if (names.has('word/document.xml')) return 'docx'
  return names.has('xl/workbook.xml') ? 'xlsx' : null
}
