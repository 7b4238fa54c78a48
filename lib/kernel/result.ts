/** A failure that a user can cause; bugs throw instead. `code` is a key under `errors.*` in the messages. */
export type Failure =
  | { kind: 'forbidden' }
  | { kind: 'not_found' }
  | {
      kind: 'invalid'
      code?: string
      args?: Record<string, string | number>
      fields?: Record<string, string>
      /** The values that were probably meant, by field. */
      offers?: Record<string, string>
      /** Pages to look at before the form is sent again. */
      links?: { href: string; label: string }[]
    }
  /** The database did not do it in time; nothing changed. */
  | { kind: 'busy' }
  | { kind: 'conflict'; code: string; current?: Record<string, string | null> }

/** `repeated`: an earlier request with the same form made the change, and this one changed nothing. */
export type Result<T> = { ok: true; value: T; repeated?: true } | { ok: false; failure: Failure }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const fail = (failure: Failure): { ok: false; failure: Failure } => ({ ok: false, failure })
export const forbidden = () => fail({ kind: 'forbidden' })
export const notFound = () => fail({ kind: 'not_found' })
export const invalid = (fields: Record<string, string>, offers?: Record<string, string>) =>
  fail({ kind: 'invalid', fields, ...(offers && { offers }) })
/** The refusal of a rule that does not belong to one field, e.g. `contacts.blocked_not_primary`. */
export const refused = (code: string, args?: Record<string, string | number>) => fail({ kind: 'invalid', code, args })
export const conflict = (code: string, current?: Record<string, string | null>) =>
  fail({ kind: 'conflict', code, current })

/** The key of the whole failure under `errors.*`. */
export const codeOf = (failure: Failure): string => ('code' in failure && failure.code) || failure.kind
