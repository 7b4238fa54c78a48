import { CloudAlert } from '@/components/ui/icons'
import { Card } from './card'

type Props = { title?: string; text: string; retry: { href: string; label: string } }

/** Shown in place of a section that could not be loaded. Its link is a plain anchor, which loads the whole page again. */
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
