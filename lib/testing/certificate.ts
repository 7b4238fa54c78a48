import forge from 'node-forge'

const YEAR_MS = 365 * 86_400_000

/** A self-signed certificate as a `.p12` file, and in PEM to verify its signatures. */
export function aCertificate(password: string, name = 'Empresa de Teste Ltda') {
  const { publicKey, privateKey } = forge.pki.rsa.generateKeyPair(2048)
  const certificate = forge.pki.createCertificate()
  const subject = [
    { name: 'commonName', value: name, valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class },
  ]
  certificate.publicKey = publicKey
  certificate.serialNumber = '00a1b2c3d4e5f60718'
  certificate.validity.notBefore = new Date(Date.now() - YEAR_MS)
  certificate.validity.notAfter = new Date(Date.now() + YEAR_MS)
  certificate.setSubject(subject)
  certificate.setIssuer(subject)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: true },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, keyCertSign: true },
  ])
  certificate.sign(privateKey, forge.md.sha256.create())
  const p12 = forge.pkcs12.toPkcs12Asn1(privateKey, [certificate], password, { algorithm: '3des' })
  return { p12: Buffer.from(forge.asn1.toDer(p12).getBytes(), 'binary'), pem: forge.pki.certificateToPem(certificate) }
}
