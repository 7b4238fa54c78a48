import { database } from '@/db/client'
import { newToken } from '@/lib/values/tokens'
import { currentPath } from '../page'
import { requestCtx } from '../request'
import { safePath } from '../safe-path'
import { browserToken, setBrowserToken } from './browser-token'
import { deleteDraft, findDraft, saveDraft, type Place } from './drafts'
import { ownerOf } from './owner'

/** Hidden fields of every form of a staff page. Commands do not get fields that begin with `$`. */
export const OWNER_FIELD = '$owner'
export const NAME_FIELD = '$form'

const NAME_MAX = 500

/** The hidden fields of a form, by name. */
type OwnFields = { get: (name: string) => unknown }

/**
 * Saves what was typed into a form that arrived without a session, for the user whom its hidden field names (O10). Files and the
 * action's secret fields are not among `values`. Returns whether it was saved.
 */
export const keepUnsentForm = async (form: FormData, values: Record<string, string>): Promise<boolean> =>
  keepDraftOf(form, await pathHere(), values)

/** The same for a form of the page at `path`; false when there are no values. */
export async function keepDraftOf(form: OwnFields, path: string, values: Record<string, string>): Promise<boolean> {
  const [userId, place] = [await ownerOf(form.get(OWNER_FIELD)), placeOf(form, path)]
  if (!userId || !place || !Object.keys(values).length) return false
  const token = (await browserToken()) ?? newToken()
  if (!(await saveDraft(database(), { token, userId }, place, values, new Date()))) return false
  await setBrowserToken(token)
  return true
}

/** What the viewer typed into this form of the page before the session ended, or null. */
export async function unsentForm(name: string): Promise<Record<string, string> | null> {
  const token = await browserToken()
  const ctx = token ? await requestCtx() : null
  if (!token || !ctx) return null
  const place = { path: await pathHere(), form: name }
  return findDraft(database(), { token, userId: ctx.viewer.userId }, place, ctx.now)
}

/** Deletes the draft of a form that was saved. */
export const dropUnsentForm = async (form: FormData, userId: string): Promise<void> =>
  dropDraftOf(form, await pathHere(), userId)

export async function dropDraftOf(form: OwnFields, path: string, userId: string): Promise<void> {
  const [token, place] = [await browserToken(), placeOf(form, path)]
  if (token && place) await deleteDraft(database(), { token, userId }, place)
}

function placeOf(form: OwnFields, path: string): Place | null {
  const name = form.get(NAME_FIELD)
  return typeof name === 'string' && name.length <= NAME_MAX ? { path, form: name } : null
}

const pathHere = async () => safePath(await currentPath(), '/')
