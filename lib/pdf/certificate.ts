import { createPrivateKey, type KeyObject } from 'node:crypto'
import forge from 'node-forge'

export type Certificate = {
  key: KeyObject
  /** DER, the signer's own first. */
  chain: Buffer[]
  issuer: forge.asn1.Asn1
  serialNumber: string
  subject: string
}

/** A PKCS #12 file (`.p12`, `.pfx`) with an RSA key, as ICP-Brasil issues them. @throws Error on a wrong password or without a key. */
export function openCertificate(file: Buffer, password: string): Certificate {
  const p12 = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(file.toString('binary')), password)
  const key = bagsOf(p12, forge.pki.oids.pkcs8ShroudedKeyBag).find((bag) => bag.key)?.key as
    | forge.pki.rsa.PrivateKey
    | undefined
  if (!key) throw new Error('The seal certificate holds no RSA key.')
  const certificates = bagsOf(p12, forge.pki.oids.certBag).flatMap(({ cert }) => (cert ? [cert] : []))
  const own = certificates.find(({ publicKey }) => (publicKey as forge.pki.rsa.PublicKey).n.equals(key.n))
  if (!own) throw new Error('The seal certificate does not belong to its key.')
  return {
    key: createPrivateKey(forge.pki.privateKeyToPem(key)),
    chain: [own, ...certificates.filter((one) => one !== own)].map(derOf),
    issuer: forge.pki.distinguishedNameToAsn1({ attributes: own.issuer.attributes }),
    serialNumber: own.serialNumber,
    subject: String(own.subject.getField('CN')?.value ?? ''),
  }
}

const bagsOf = (p12: forge.pkcs12.Pkcs12Pfx, bagType = '') => p12.getBags({ bagType })[bagType] ?? []

const derOf = (certificate: forge.pki.Certificate) =>
  Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes(), 'binary')
