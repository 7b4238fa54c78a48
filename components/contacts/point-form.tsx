import type { ReactNode } from 'react'

type Props = {
  action: (form: FormData) => Promise<void>
  customerId: string
  pointId: string
  returnTo?: string
  children: ReactNode
}

/** The form around one button that changes one point. */
export function PointForm({ action, children, ...fields }: Props) {
  return (
    <form action={action} className="contents">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}
