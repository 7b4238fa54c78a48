type DaysProps = {
  days: { from?: string | undefined; to?: string | undefined }
  labels: { from: string; to: string }
  /** Which of the two days is wrong. */
  wrong?: { from: boolean; to: boolean } | undefined
}

/** The first and the last day of a period, as the fields `from` and `to` of a filter. */
export const FilterDays = ({ days, labels, wrong }: DaysProps) =>
  (['from', 'to'] as const).map((name) => (
    <label key={name}>
      {labels[name]}
      <input
        type="date"
        name={name}
        defaultValue={days[name]}
        aria-invalid={wrong?.[name] || undefined}
        className="control"
      />
    </label>
  ))

type SelectProps = {
  name: string
  label: string
  value: string | undefined
  /** The text of the choice that does not filter. */
  every: string
  options: readonly { value: string; label: string }[]
}

/** A field of a filter with one choice, or none. */
export const FilterSelect = ({ name, label, value = '', every, options }: SelectProps) => (
  <label>
    {label}
    <select name={name} defaultValue={value} className="control">
      <option value="">{every}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </label>
)
