import type { Candidate, OptOut, RowFields, RowPoint } from '../row/types'

type Document = NonNullable<Candidate['document']>

/** One thing that a row changes in a customer. `before` is null when there was no value. */
export type RowChange =
  | { kind: 'field'; field: keyof RowFields; before: string | null; after: string }
  | { kind: 'document'; before: { type: string; number: string } | null; after: Document }
  | { kind: 'attribute'; name: string; before: string | null; after: string }
  | { kind: 'point'; point: RowPoint }
  | { kind: 'externalId'; after: string }
  | { kind: 'optOut'; optOut: OptOut }
