import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import forge from 'node-forge'

export type Certificate = {
  key: KeyObject
  /** DER: the signer's own certificate, then each issuer that the file contains. */
  chain: Buffer[]
  /** Whether the chain ends with a root certificate. If not, PDF readers must already trust the missing issuer. */
  hasRoot: boolean
  /** The name of the signer and of the issuer, e.g. `Empresa Ltda`. */
  subject: string
  issuer: string
  validFrom: Date
  validTo: Date
}

/**
 * Opens a PKCS #12 file (`.p12`, `.pfx`) with an RSA key, as ICP-Brasil issues them.
 * @throws Error on a wrong password, without a key, or when the certificate does not belong to the key.
 */
export function openCertificate(file: Buffer, password: string): Certificate {
  const p12 = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(file.toString('binary')), password)
  const { pkcs8ShroudedKeyBag, keyBag, certBag } = forge.pki.oids
  const key = [...bagsOf(p12, pkcs8ShroudedKeyBag), ...bagsOf(p12, keyBag)].find((bag) => bag.key)?.key
  if (!key) throw new Error('The seal certificate has no RSA key.')
  const privateKey = createPrivateKey(forge.pki.privateKeyToPem(key))
  const certificates = bagsOf(p12, certBag).map((bag) => new X509Certificate(derOf(bag)))
  const own = certificates.find((certificate) => certificate.checkPrivateKey(privateKey))
  if (!own) throw new Error('The seal certificate does not belong to its key.')
  const chain = chainFrom(own, certificates)
  const last = chain.at(-1)!
  return {
    key: privateKey,
    chain: chain.map(({ raw }) => raw),
    hasRoot: isIssuedBy(last, last),
    subject: commonName(own.subject),
    issuer: commonName(own.issuer),
    validFrom: new Date(own.validFrom),
    validTo: new Date(own.validTo),
  }
}

const bagsOf = (p12: forge.pkcs12.Pkcs12Pfx, bagType = '') => p12.getBags({ bagType })[bagType] ?? []

/** The library parses only certificates with RSA keys. Of others it returns the ASN.1 structure. */
function derOf({ cert, asn1 }: forge.pkcs12.Bag): Buffer {
  return Buffer.from(forge.asn1.toDer(cert ? forge.pki.certificateToAsn1(cert) : asn1).getBytes(), 'binary')
}

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate) =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)

/** Returns the certificate and its issuers, in order, without certificates that do not belong to the chain. */
function chainFrom(own: X509Certificate, certificates: X509Certificate[]): X509Certificate[] {
  const chain = [own]
  const next = () => certificates.find((one) => !chain.includes(one) && isIssuedBy(chain.at(-1)!, one))
  for (let issuer = next(); issuer; issuer = next()) chain.push(issuer)
  return chain
}

/** Node writes a distinguished name as one part per line. The attributes of one part are separated by ` + `. */
const commonName = (name: string): string => /(?:^|\n|\+ ?)CN=([^\n]*)/.exec(name)?.[1] ?? name.replaceAll('\n', ', ')
