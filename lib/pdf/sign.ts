import { readFile } from 'node:fs/promises'
import { SignPdf } from '@signpdf/signpdf'
import { assertOutsideTransaction } from '@/db/transactions'
import { env } from '@/lib/env'
import { openCertificate, type Certificate } from './certificate'
import { CadesSigner } from './cades-signer'

let opened: Promise<Certificate | null> | undefined

/** The company's certificate, read once; null when none is configured. @throws Error when it cannot be opened. */
export const companyCertificate = (): Promise<Certificate | null> => (opened ??= open())

async function open(): Promise<Certificate | null> {
  const { SEAL_CERTIFICATE: file, SEAL_PASSWORD: password = '' } = env()
  return file ? openCertificate(await readFile(file), password) : null
}

/** Writes the signature into the space that `appendPages` reserved. */
export function signPdf(pdf: Buffer, certificate: Certificate): Promise<Buffer> {
  assertOutsideTransaction('PDF work')
  return new SignPdf().sign(pdf, new CadesSigner(certificate))
}
