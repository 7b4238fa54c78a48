import type { ReactNode } from 'react'
import { HiddenFields } from '@/components/forms/hidden-fields'

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
      <HiddenFields values={fields} />
      {children}
    </form>
  )
}
