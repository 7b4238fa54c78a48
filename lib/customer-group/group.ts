/** One customer as people see it: the surviving record and the records merged into it (docs/decisions/012-merged-records.md). */
export type CustomerGroup = {
  survivorId: string
  /** The ids of all its records, the survivor's first. */
  memberIds: readonly string[]
}

/** A group as one session may see it. */
export type ViewedGroup = CustomerGroup & {
  /** The values that this session has revealed and that are still in clear: `document`, `point:<id>`. */
  revealed: ReadonlySet<string>
}
