import type { Laudo } from '../laudo'
import type { Letter } from '../letter'

/** A file of ../templates/ and its values. They contain no styles, and no addresses, which the renderer would fetch. */
export type Templates = { letter: Letter; laudo: Laudo }

export type SignatureField = { name: string; reason: string; at: Date }

/** The files of tasks/, each with its input and its result. */
export type Tasks = {
  /** `encryption`: the kind of password that protects the file. With `owner` it opens without a password, but changes are restricted. */
  inspect: { given: { file: string; maxPages: number }; gives: { encryption: 'owner' | 'user' | null; pages: number } }
  render: { given: { template: keyof Templates; props: Templates[keyof Templates] }; gives: Uint8Array }
  append: {
    given: { original: Buffer; pages: Buffer; signature?: SignatureField | undefined }
    gives: { pdf: Uint8Array; added: number }
  }
}

/** For so long each may run. */
export const DEADLINES_MS: Record<keyof Tasks, number> = { inspect: 15_000, render: 20_000, append: 30_000 }
