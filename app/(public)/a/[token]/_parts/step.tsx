import type { ReactNode } from 'react'
import { CardBody } from '@/components/ui/card'

/** One of the three numbered steps of an acceptance. */
export function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <section className="card step">
      <h2>
        <span aria-hidden>{number}</span>
        {title}
      </h2>
      <CardBody>{children}</CardBody>
    </section>
  )
}
