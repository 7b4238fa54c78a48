import { readFile } from 'node:fs/promises'
import { SignPdf } from '@signpdf/signpdf'
import { env } from '@/lib/env'
import { openCertificate, type Certificate } from './certificate'
import { CadesSigner } from './cades-signer'

let opened: Promise<Certificate | null> | undefined

/** The company's certificate, when one is configured; read once. @throws Error when it cannot be opened. */
export const companyCertificate = (): Promise<Certificate | null> => (opened ??= open())

async function open(): Promise<Certificate | null> {
  const { SEAL_CERTIFICATE: file, SEAL_PASSWORD: password = '' } = env()
  return file ? openCertificate(await readFile(file), password) : null
}

/** Puts the signature into the room that `appendPages` left for it. */
export const signPdf = (pdf: Buffer, certificate: Certificate): Promise<Buffer> =>
  new SignPdf().sign(pdf, new CadesSigner(certificate))
