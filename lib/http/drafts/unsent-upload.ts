import { IDEMPOTENCY_FIELD } from '@/lib/kernel/idempotency'
import { collectFields, drainFile, formReader, readFiles, whenCutShort } from '../multipart'
import { dropDraftOf, keepDraftOf } from './form-draft'

/** The longest text is the description of a new case: 8,000 characters of up to four bytes. */
const LIMITS = { fields: 20, fieldSize: 40_000 }

/**
 * Saves the texts of an upload form that arrived at a route handler without a session, and drops its files. `path`: the page of the form.
 * Returns whether there was anything to save.
 */
export async function keepUnsentUpload({ headers, body }: Request, path: string): Promise<boolean> {
  const type = headers.get('content-type') ?? ''
  if (!body || !type.startsWith('multipart/form-data')) return false
  const form = await readTexts(type, body).catch(whenCutShort(null))
  return form !== null && keepDraftOf(form, path, typedIn(form))
}

/** Deletes the draft of an upload form that was saved. */
export const dropUnsentUpload = (fields: Record<string, string>, path: string, userId: string): Promise<void> =>
  dropDraftOf(new Map(Object.entries(fields)), path, userId)

async function readTexts(type: string, body: NonNullable<Request['body']>): Promise<Map<string, string>> {
  const parser = formReader(type, LIMITS)
  const fields = collectFields(parser)
  await readFiles(parser, body, drainFile)
  return new Map(Object.entries(fields))
}

const typedIn = (form: Map<string, string>) =>
  Object.fromEntries([...form].filter(([name]) => !name.startsWith('$') && name !== IDEMPOTENCY_FIELD))
