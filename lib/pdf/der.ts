/** One element of DER (ITU-T X.690): its bytes with the header, and the offset of its content in them. */
type Element = { bytes: Buffer; contentAt: number }

const LONG_FORM = 0x80

function elementAt(bytes: Buffer, at: number): Element {
  const first = bytes[at + 1]!
  const lengthBytes = first < LONG_FORM ? 0 : first - LONG_FORM
  const length = lengthBytes ? bytes.readUIntBE(at + 2, lengthBytes) : first
  const contentAt = 2 + lengthBytes
  return { bytes: bytes.subarray(at, at + contentAt + length), contentAt }
}

function childrenOf({ bytes, contentAt }: Element): Element[] {
  const children: Element[] = []
  for (let at = contentAt; at < bytes.length; at += children.at(-1)!.bytes.length) children.push(elementAt(bytes, at))
  return children
}

const EXPLICIT_VERSION = 0xa0

/**
 * The issuer's name and the serial number of a certificate (RFC 5280, 4.1), as the bytes of the certificate. Encoding
 * the decoded name again can give different bytes, and readers would then not find the signer's certificate.
 */
export function issuerAndSerialOf(certificate: Buffer): { issuer: Buffer; serialNumber: Buffer } {
  const [signedPart] = childrenOf(elementAt(certificate, 0))
  const fields = childrenOf(signedPart!)
  const serialAt = fields[0]!.bytes[0] === EXPLICIT_VERSION ? 1 : 0
  return { serialNumber: fields[serialAt]!.bytes, issuer: fields[serialAt + 2]!.bytes }
}

/** The content of an element, without its header. */
export const contentOf = (bytes: Buffer): Buffer => bytes.subarray(elementAt(bytes, 0).contentAt)
