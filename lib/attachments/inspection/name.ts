import { FILE_TYPES, type FileType } from '../file-types'

/** Names that a computer may open as a program, a script, a web page or a document with macros. */
const ACTIVE_EXTENSIONS = new Set(
  `ade adp apk app appx bat chm cmd com cpl dll docm dotm dmg exe gadget hta htm html inf iso jar js jse jsp lnk mhtml mjs msc msi msp mst
  php pif pl potm ppam ppsm pptm ps1 psm1 py reg scf scr sct sh shtml sldm svg svgz swf url vb vbe vbs wsc wsf wsh xhtml xht xlam xlsm xltm xml
  xsl xslt`.split(/\s+/),
)

const KNOWN_EXTENSIONS = new Set(Object.values(FILE_TYPES).flatMap(({ extensions }) => extensions))

/** Computers ignore dots and spaces at the end of a name. */
const trimmed = (name: string) => name.replace(/[. ]+$/, '')

/** The extension in lower case, without the dot; empty if there is none. */
export const extensionOf = (name: string): string => /\.([^. ]+)$/.exec(trimmed(name))?.[1]?.toLowerCase() ?? ''

export const hasActiveExtension = (name: string): boolean => ACTIVE_EXTENSIONS.has(extensionOf(name))

/** The name for a file of this type, and the name that was sent if its extension belongs to another type. */
export function nameForType(sent: string, type: FileType): { name: string; renamedFrom: string | null } {
  const base = trimmed(sent)
  const extension = extensionOf(base)
  const { extensions } = FILE_TYPES[type]
  if (base && extensions.includes(extension)) return { name: base, renamedFrom: null }
  const stem = KNOWN_EXTENSIONS.has(extension) ? base.slice(0, -extension.length - 1) : base
  return { name: `${stem || 'anexo'}.${extensions[0]}`, renamedFrom: sent || null }
}
