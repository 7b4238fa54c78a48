import { createHash } from 'node:crypto'
import { and, desc, eq, gt, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Primary } from '@/db/handles'
import { formDrafts } from '@/db/schema'
import { seal, unseal } from '../seal'

/** Where a form is: its page with the query, and its name on the page. */
export type Place = { path: string; form: string }
/** The browser, by the token in its cookie, and the user who typed. */
export type Writer = { token: string; userId: string }

export const DRAFT_SECONDS = 30 * 60
const CHARACTERS_MAX = 100_000
const DRAFTS_PER_USER = 20

const schema = z.object({ values: z.record(z.string(), z.string()) })

/** Saves the values of a form, or replaces those of its last draft. Returns false when they are too long. The oldest drafts of a user are dropped. */
export async function saveDraft(
  db: Primary,
  { token, userId }: Writer,
  place: Place,
  values: Record<string, string>,
  now: Date,
): Promise<boolean> {
  if (JSON.stringify(values).length > CHARACTERS_MAX) return false
  const sealed = await seal(purposeOf(token), { values }, DRAFT_SECONDS)
  const expiresAt = new Date(now.getTime() + DRAFT_SECONDS * 1000)
  await db
    .insert(formDrafts)
    .values({ key: keyOf({ token, userId }, place), userId, sealed, expiresAt })
    .onConflictDoUpdate({ target: formDrafts.key, set: { sealed, expiresAt } })
  await dropOldest(db, userId)
  return true
}

async function dropOldest(db: Primary, userId: string): Promise<void> {
  const oldest = await db
    .select({ key: formDrafts.key })
    .from(formDrafts)
    .where(eq(formDrafts.userId, userId))
    .orderBy(desc(formDrafts.expiresAt))
    .offset(DRAFTS_PER_USER)
  if (!oldest.length) return
  await db.delete(formDrafts).where(
    inArray(
      formDrafts.key,
      oldest.map(({ key }) => key),
    ),
  )
}

/** The values that this user typed into this form in this browser, or null. */
export async function findDraft(
  db: Primary,
  writer: Writer,
  place: Place,
  now: Date,
): Promise<Record<string, string> | null> {
  const [row] = await db
    .select({ sealed: formDrafts.sealed })
    .from(formDrafts)
    .where(and(eq(formDrafts.key, keyOf(writer, place)), gt(formDrafts.expiresAt, now)))
  const opened = schema.safeParse(row && (await unseal(purposeOf(writer.token), row.sealed)))
  return opened.success ? opened.data.values : null
}

export async function deleteDraft(db: Primary, writer: Writer, place: Place): Promise<void> {
  await db.delete(formDrafts).where(eq(formDrafts.key, keyOf(writer, place)))
}

const keyOf = ({ token, userId }: Writer, { path, form }: Place): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([token, userId, path, form]))
    .digest()

/** Only the browser has the token, so that the database and the portal's secret together do not show a draft. */
const purposeOf = (token: string) => `form draft ${token}`
