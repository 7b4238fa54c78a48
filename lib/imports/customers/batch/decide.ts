import { clockIds, type Ids } from '@/lib/values/ids'
import type { NumberedRow, Outcome } from '../../kinds/rows'
import type { ReadRow } from '../row/read-row'
import type { Candidate } from '../row/types'
import type { RowReason } from '@/db/schema/imports'
import { fingerprintOf } from './fingerprint'
import { documentKey, type Found } from './found'
import type { RowChange } from './row-change'
import { doubtsOf } from './doubts'
import { applyChange, changesBy, knownCustomer, newCustomer, newOptOuts, type TargetCustomer } from './target'

export type NumberedCustomer = NumberedRow & ReadRow
export type DecidedRow = {
  outcome: Outcome
  reasons: RowReason[]
  customer: TargetCustomer | null
  /** What the row changes, or would change, in a customer that exists. */
  changes: RowChange[]
}

const unchangedRow = (customer: TargetCustomer): DecidedRow => ({
  outcome: 'unchanged',
  reasons: [],
  customer,
  changes: [],
})

export type Decision = {
  rows: DecidedRow[]
  /** Ordered by the first row about each customer; includes the unchanged ones. */
  customers: TargetCustomer[]
  fingerprints: Map<string, string>
}

const refusedRow = (reasons: RowReason[]): DecidedRow => ({
  outcome: 'rejected',
  reasons,
  customer: null,
  changes: [],
})

type Options = {
  /** The same file was imported before: known customers stay unchanged. */
  repeat: boolean
  /** A person has accepted the rows, so none of them waits. */
  accepted?: boolean
  ids?: Ids
}

/**
 * Matches each row of a batch to a customer: by external id, then CPF/CNPJ, then the row's fingerprint; without a match it creates one.
 * Rows see the changes of earlier rows.
 */
export function decideBatch(rows: readonly NumberedCustomer[], found: Found, options: Options): Decision {
  const batch = new Batch(found, options)
  return { rows: rows.map((row) => batch.decide(row)), customers: batch.customers, fingerprints: batch.fingerprints }
}

/** `doubt`: why a person has to decide. `byRow`: the match is by the fingerprint of the row. */
type Match = { id: string | null; byRow?: boolean; doubt?: RowReason } | RowReason

class Batch {
  readonly customers: TargetCustomer[] = []
  readonly fingerprints = new Map<string, string>()
  private readonly byId = new Map<string, TargetCustomer>()
  private readonly newExternalIds = new Map<string, string>()
  private readonly newDocuments = new Map<string, string>()

  private readonly ids: Ids

  constructor(
    private readonly found: Found,
    private readonly options: Options,
  ) {
    this.ids = options.ids ?? clockIds
  }

  decide({ candidate, problems, row }: NumberedCustomer): DecidedRow {
    if (problems.length) return refusedRow(problems)
    const match = this.match(candidate)
    if ('code' in match) return refusedRow([match])
    if (!match.id) return this.create(candidate, row)
    const customer = this.open(match.id)
    if (this.options.repeat && !customer.created) return unchangedRow(customer)
    // The fingerprint of a row covers everything but its opt-outs.
    const changes = match.byRow
      ? newOptOuts(customer, candidate)
      : [...this.newKeys(customer, candidate), ...changesBy(customer, candidate)]
    const doubts = this.options.accepted ? [] : this.doubtsAbout(customer, candidate, changes, match.doubt)
    if (doubts.length) return { outcome: 'waiting', reasons: doubts, customer, changes }
    if (!changes.length) return unchangedRow(customer)
    this.apply(customer, changes, row)
    return { outcome: 'changed', reasons: [], customer, changes }
  }

  private doubtsAbout(
    customer: TargetCustomer,
    candidate: Candidate,
    changes: readonly RowChange[],
    doubt?: RowReason,
  ) {
    const validated = this.found.validated.get(customer.id)
    return [...(doubt ? [doubt] : []), ...doubtsOf(customer, candidate, changes, validated)]
  }

  private match(candidate: Candidate): Match {
    const fingerprint = fingerprintOf(candidate)
    if (fingerprint)
      return {
        id: this.fingerprints.get(fingerprint) ?? this.found.byFingerprint.get(fingerprint) ?? null,
        byRow: true,
      }
    const { externalId, otherId, document } = candidate
    const [byId, byOtherId] = [this.byExternalId(externalId), this.byExternalId(otherId)]
    if (byId && byOtherId && byId !== byOtherId) return { code: 'ids_disagree' }
    const byExternalId = byId ?? byOtherId
    const owners = document ? this.ownersOf(document) : []
    if (!byExternalId) return owners.length > 1 ? { code: 'document_ambiguous' } : { id: owners[0] ?? null }
    if (owners.includes(byExternalId)) return { id: byExternalId }
    if (owners.length) return { id: byExternalId, doubt: { code: 'keys_disagree' } }
    const differs = document && this.hasDocument(byExternalId)
    return { id: byExternalId, ...(differs && { doubt: { code: 'document_differs' } }) }
  }

  private byExternalId(id: string | null): string | undefined {
    return id === null ? undefined : (this.newExternalIds.get(id) ?? this.found.byExternalId.get(id))
  }

  /** Whether the customer has a document of any type; a row alone never replaces one document by another. */
  private hasDocument(id: string): boolean {
    const customer = this.open(id)
    return Boolean(customer.document ?? customer.before?.documentNumber)
  }

  private ownersOf(document: NonNullable<Candidate['document']>): string[] {
    const key = documentKey(document)
    const fresh = this.newDocuments.get(key)
    return fresh ? [fresh] : (this.found.byDocument.get(key) ?? [])
  }

  private open(id: string): TargetCustomer {
    const customer = this.byId.get(id) ?? this.known(id)
    if (!this.byId.has(id)) this.add(customer)
    return customer
  }

  private known(id: string): TargetCustomer {
    const { people, points, cancelled } = this.found
    return knownCustomer(people.get(id)!, points.get(id) ?? [], cancelled.get(id) ?? new Set())
  }

  private create(candidate: Candidate, row: number): DecidedRow {
    if (!candidate.fields.name) return refusedRow([{ code: 'name_missing' }])
    const customer = newCustomer(this.ids.customer(), candidate, row)
    this.add(customer)
    this.apply(customer, [...this.newKeys(customer, candidate), ...changesBy(customer, candidate)], row)
    const fingerprint = fingerprintOf(candidate)
    if (fingerprint) this.fingerprints.set(fingerprint, customer.id)
    return { outcome: 'created', reasons: [], customer, changes: [] }
  }

  private add(customer: TargetCustomer) {
    this.customers.push(customer)
    this.byId.set(customer.id, customer)
  }

  private apply(customer: TargetCustomer, changes: readonly RowChange[], row: number) {
    customer.row ||= row
    for (const change of changes) {
      applyChange(customer, change, this.ids.row)
      if (change.kind === 'externalId') this.newExternalIds.set(change.after, customer.id)
      if (change.kind === 'document') this.newDocuments.set(documentKey(change.after), customer.id)
    }
  }

  /** The row's keys that no customer has yet. */
  private newKeys(customer: TargetCustomer, { externalId, otherId, document }: Candidate): RowChange[] {
    const ids = [...new Set([externalId, otherId])].filter((id) => id !== null && !this.byExternalId(id))
    const isNewDocument = document && !this.ownersOf(document).length
    return [
      ...(isNewDocument ? [{ kind: 'document' as const, before: documentOf(customer), after: document }] : []),
      ...ids.map((after): RowChange => ({ kind: 'externalId', after: after! })),
    ]
  }
}

function documentOf({ before }: TargetCustomer): { type: string; number: string } | null {
  const { documentType: type, documentNumber: number } = before ?? {}
  return type && number ? { type, number } : null
}
