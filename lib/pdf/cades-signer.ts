import { createHash, sign } from 'node:crypto'
import { Signer } from '@signpdf/utils'
import forge from 'node-forge'
import type { Certificate } from './certificate'
import { contentOf, issuerAndSerialOf } from './der'

const { asn1 } = forge
const { Type, Class } = asn1

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
}

/**
 * Makes a detached CMS signature (RFC 5652) as PAdES requires: the signed attributes name the certificate (RFC 5035), and the time of
 * signing is in the PDF only (ETSI EN 319 142-1, 6.3).
 */
export class CadesSigner extends Signer {
  constructor(private readonly certificate: Certificate) {
    super()
  }

  override async sign(content: Buffer): Promise<Buffer> {
    const { key, chain } = this.certificate
    const { issuer, serialNumber } = issuerAndSerialOf(chain[0]!)
    const attributes = inOrder([
      attribute(OID.contentType, oid(OID.data)),
      attribute(OID.messageDigest, octets(sha256(content))),
      attribute(OID.signingCertificateV2, sequence(sequence(sequence(octets(sha256(chain[0]!)))))),
    ])
    const signature = sign('RSA-SHA256', der(asn1.create(Class.UNIVERSAL, Type.SET, true, attributes)), key)
    const signer = sequence(
      integer('01'),
      sequence(unchanged(issuer), unchanged(serialNumber)),
      algorithm(OID.sha256),
      implicit(0, attributes),
      algorithm(OID.rsa),
      octets(signature),
    )
    const signed = sequence(
      integer('01'),
      set(algorithm(OID.sha256)),
      sequence(oid(OID.data)),
      implicit(0, chain.map(unchanged)),
      set(signer),
    )
    return der(sequence(oid(OID.signedData), implicit(0, [signed])))
  }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest()
const der = (value: forge.asn1.Asn1) => Buffer.from(asn1.toDer(value).getBytes(), 'binary')
const sequence = (...parts: forge.asn1.Asn1[]) => asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, parts)
const set = (...parts: forge.asn1.Asn1[]) => asn1.create(Class.UNIVERSAL, Type.SET, true, parts)
const implicit = (tag: number, parts: forge.asn1.Asn1[]) => asn1.create(Class.CONTEXT_SPECIFIC, tag, true, parts)
const oid = (value: string) => asn1.create(Class.UNIVERSAL, Type.OID, false, asn1.oidToDer(value).getBytes())
const octets = (bytes: Buffer) => asn1.create(Class.UNIVERSAL, Type.OCTETSTRING, false, bytes.toString('binary'))
const integer = (hex: string) => asn1.create(Class.UNIVERSAL, Type.INTEGER, false, forge.util.hexToBytes(hex))
const algorithm = (value: string) => sequence(oid(value), asn1.create(Class.UNIVERSAL, Type.NULL, false, ''))
const attribute = (type: string, value: forge.asn1.Asn1) => sequence(oid(type), set(value))

/** Parses one DER element so that it is written again with exactly the same bytes. */
const unchanged = (bytes: Buffer) =>
  asn1.create(Class.UNIVERSAL, bytes[0] as forge.asn1.Type, false, contentOf(bytes).toString('binary'))

/** In DER the members of a set are sorted by their bytes (ITU-T X.690, 11.6). */
const inOrder = (members: forge.asn1.Asn1[]) => [...members].sort((a, b) => Buffer.compare(der(a), der(b)))
