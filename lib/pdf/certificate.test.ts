import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { goingOutCase } from '@/lib/testing/cases'
import { aCertificate } from '@/lib/testing/certificate'
import { aPdf } from '@/lib/testing/documents'
import { opensslVerifies, popplerSignature } from '@/lib/testing/signature'
import { appendPages } from './append'
import { openCertificate } from './certificate'
import { signPdf } from './sign'

const PASSWORD = 'segredo'
const folder = mkdtempSync(path.join(tmpdir(), 'retrato-certificate-'))

function openssl(...args: string[]): void {
  const { status, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' })
  if (status) throw new Error(stderr)
}

/** A certificate of an authority with this name and key, as a `.p12` file that contains both or only the first. */
function issuedBy(subject: string[], options: { mask?: string; key?: string[]; withIssuer?: boolean; days?: string }) {
  const { mask = 'MASK:0x2002', key = ['rsa:2048'], withIssuer = false, days = '30' } = options
  const config = [
    '[req]',
    'distinguished_name=dn',
    'utf8=yes',
    'prompt=no',
    `string_mask=${mask}`,
    'x509_extensions=ca',
  ]
  writeFileSync(
    path.join(folder, 'ca.cnf'),
    [...config, '[dn]', ...subject, '[ca]', 'basicConstraints=CA:TRUE'].join('\n'),
  )
  const newKey = ['-newkey', ...key, '-nodes']
  openssl('req', '-x509', ...newKey, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '60', '-config', 'ca.cnf')
  openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'own.key', '-out', 'own.csr', '-subj', '/CN=Empresa')
  openssl('x509', '-req', '-in', 'own.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-out', 'own.pem', '-days', days)
  const more = withIssuer ? ['-certfile', 'ca.pem'] : []
  openssl(
    'pkcs12',
    '-export',
    '-inkey',
    'own.key',
    '-in',
    'own.pem',
    ...more,
    '-out',
    'own.p12',
    '-passout',
    `pass:${PASSWORD}`,
  )
  const read = (name: string) => readFileSync(path.join(folder, name))
  return { p12: read('own.p12'), ca: read('ca.pem').toString(), pem: read('own.pem').toString() }
}

async function signedWith(p12: Buffer): Promise<Buffer> {
  const field = { name: 'Empresa', reason: 'Aceite digital', at: new Date() }
  const { pdf } = await appendPages(await aPdf(), await aPdf('Laudo'), 'test', field)
  return signPdf(pdf, openCertificate(p12, PASSWORD))
}

const ACCENTS = ['CN=AC de Administração Ñandú']
const CASES: [string, () => { p12: Buffer; ca: string }][] = [
  [
    'accents in UTF8String',
    () => ({
      p12: goingOutCase('05-issuer-with-accents.p12'),
      ca: goingOutCase('05-issuer-with-accents-ca.pem').toString(),
    }),
  ],
  ['accents in T61String', () => issuedBy(ACCENTS, { mask: 'MASK:0x0004' })],
  ['accents in BMPString', () => issuedBy(ACCENTS, { mask: 'MASK:0x0800' })],
  ['several attributes in one part', () => issuedBy(['O=Órgão', '+OU=Área', '+CN=AC Raiz'], {})],
  [
    'a key of an elliptic curve',
    () => issuedBy(ACCENTS, { key: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], withIssuer: true }),
  ],
]

test.each(CASES)('[A6] a signature verifies when the issuer has %s', async (_, made) => {
  const { p12, ca } = made()
  const signed = await signedWith(p12)
  expect(opensslVerifies(signed, ca)).toBe(true)
  expect(popplerSignature(signed) ?? 'Signature is Valid').toContain('Signature is Valid')
  expect(popplerSignature(signed) ?? '').not.toContain('(null)')
})

test('reads names with accents, and whether the root is in the file', () => {
  expect(openCertificate(goingOutCase('05-issuer-with-accents.p12'), PASSWORD)).toMatchObject({
    subject: 'PADARIA SÃO JOÃO LTDA:11222333000181',
    issuer: 'AC de Administración Certicámara Ñandú',
  })
  const [without, complete] = [issuedBy(ACCENTS, {}), issuedBy(ACCENTS, { withIssuer: true })]
  expect(
    [without, complete]
      .map(({ p12 }) => openCertificate(p12, PASSWORD))
      .map(({ hasRoot, chain }) => [hasRoot, chain.length]),
  ).toEqual([
    [false, 1],
    [true, 2],
  ])
})

test('keeps the bytes of the certificate', () => {
  const { p12, pem } = issuedBy(ACCENTS, { mask: 'MASK:0x0800' })
  const bytes = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64')
  expect(openCertificate(p12, PASSWORD).chain[0]!.equals(bytes)).toBe(true)
})

test('a wrong password opens no certificate', () => {
  expect(() => openCertificate(aCertificate(PASSWORD).p12, 'outra')).toThrow(/password|MAC/i)
})
