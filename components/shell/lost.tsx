import type { IconComponent } from '@/components/ui/icons'
import { ButtonLink } from '@/components/ui/button-link'
import { Icon } from '@/components/ui/icon'

type Props = {
  icon: IconComponent
  title: string
  text: string
  next: { href: string; label: string }
  within?: boolean
}

/** A dead end with one way on; `within` a frame that has its main already. Kept light: Next sends it along with every page. */
export function Lost({ icon, title, text, next, within }: Props) {
  const Place = within ? 'div' : 'main'
  return (
    <Place className="lost">
      <div className="empty">
        <div className="empty-icon">
          <Icon of={icon} />
        </div>
        <h1>{title}</h1>
        <p>{text}</p>
        <div className="empty-action">
          <ButtonLink href={next.href} variant="primary">
            {next.label}
          </ButtonLink>
        </div>
      </div>
    </Place>
  )
}
