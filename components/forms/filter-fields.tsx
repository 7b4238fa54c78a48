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
  error?: string | undefined
}

/** A field of a filter with one choice, or none. */
export const FilterSelect = ({ name, label, value = '', every, options, error }: SelectProps) => (
  <label>
    {label}
    <select name={name} defaultValue={value} className="control" {...invalid(name, error)}>
      <option value="">{every}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
    <FilterError name={name} error={error} />
  </label>
)

type InputProps = {
  name: string
  label: string
  value: string | undefined
  type?: 'text' | 'date' | 'number'
  error?: string | undefined
}

/** A field of a filter to type in. */
export const FilterInput = ({ name, label, value, type = 'text', error }: InputProps) => (
  <label>
    {label}
    <input
      name={name}
      // A number that is wrong must be shown as it was typed.
      {...(type === 'number' ? { inputMode: 'numeric' as const } : { type })}
      defaultValue={value}
      className="control"
      autoComplete="off"
      {...invalid(name, error)}
    />
    <FilterError name={name} error={error} />
  </label>
)

const errorId = (name: string) => `${name}-error`

const invalid = (name: string, error: string | undefined) =>
  error ? { 'aria-invalid': true, 'aria-describedby': errorId(name) } : {}

const FilterError = ({ name, error }: { name: string; error: string | undefined }) =>
  error && (
    <span id={errorId(name)} className="filter-error">
      {error}
    </span>
  )
