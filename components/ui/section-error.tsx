import { CloudAlert } from '@/components/ui/icons'
import { Card } from './card'

type Props = { title?: string; text: string; retry: { href: string; label: string } }

/** Stands in the place of what could not be loaded. A plain anchor: the whole page is asked for again. */
export function SectionError({ title, text, retry }: Props) {
  return (
    <Card title={title}>
      <div className="section-error" role="alert">
        <CloudAlert />
        <span>{text}</span>
        <a className="link" href={retry.href}>
          {retry.label}
        </a>
      </div>
    </Card>
  )
}
