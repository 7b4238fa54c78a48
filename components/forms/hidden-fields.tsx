/** Fields that a form sends without showing them. */
export const HiddenFields = ({ values }: { values: Record<string, string | undefined> }) =>
  Object.entries(values).map(
    ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
  )
