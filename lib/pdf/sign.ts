import { SignPdf } from '@signpdf/signpdf'
import { assertOutsideTransaction } from '@/db/transactions'
import type { Certificate } from './certificate'
import { CadesSigner } from './cades-signer'

/** Writes the signature into the space that `appendPages` reserved. */
export function signPdf(pdf: Buffer, certificate: Certificate): Promise<Buffer> {
  assertOutsideTransaction('PDF work')
  return new SignPdf().sign(pdf, new CadesSigner(certificate))
}
