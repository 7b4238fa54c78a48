import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { goingOutCase } from '@/lib/testing/cases'
import { aCertificate } from '@/lib/testing/certificate'

const folder = mkdtempSync(path.join(tmpdir(), 'retrato-company-'))
const DAY_MS = 86_400_000

/** Loads the module with an environment that names this certificate file. */
async function withCertificate(file: Buffer, password = 'segredo') {
  const place = path.join(folder, 'seal.p12')
  writeFileSync(place, file)
  Object.assign(process.env, { SEAL_CERTIFICATE: place, SEAL_PASSWORD: password })
  jest.resetModules()
  return { ...(await import('./company-certificate')), ...(await import('@/server/check-certificate')) }
}

test('[A6] an expired certificate does not sign, and the portal starts', async () => {
  const { certificateReport, certificateToSignWith, checkCertificate } = await withCertificate(
    goingOutCase('06-expired.p12'),
  )
  expect(await certificateReport(new Date())).toMatchObject({ state: 'expired' })
  await expect(certificateToSignWith(new Date())).rejects.toThrow('expired')
  await expect(checkCertificate(new Date())).resolves.toBeUndefined()
})

test('counts the days that are left, and warns in the last thirty', async () => {
  const { certificateReport, certificateToSignWith } = await withCertificate(aCertificate('segredo').p12)
  const { validTo, validFrom } = (await certificateReport(new Date()))!
  const at = (days: number) => new Date(validTo.getTime() - days * DAY_MS)
  const reports = await Promise.all(
    [at(40), at(10), at(-1), new Date(validFrom.getTime() - DAY_MS)].map(certificateReport),
  )
  expect(reports.map((report) => [report!.state, report!.daysLeft]).slice(0, 3)).toEqual([
    ['valid', 40],
    ['expiring', 10],
    ['expired', -1],
  ])
  expect(reports[3]!.state).toBe('not_yet_valid')
  expect(await certificateToSignWith(at(10))).toMatchObject({ subject: 'Empresa de Teste Ltda' })
  await expect(certificateToSignWith(new Date(validFrom.getTime() - DAY_MS))).rejects.toThrow('not valid yet')
})

test.each([
  ['a wrong password', () => aCertificate('outra').p12],
  ['a file that is no certificate', () => Buffer.from('PK')],
])('the portal does not start with %s', async (_, file) => {
  const { checkCertificate } = await withCertificate(file())
  await expect(checkCertificate(new Date())).rejects.toThrow('SEAL_CERTIFICATE cannot be opened')
})
