import type { IconComponent } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { REVEAL_FORM } from '@/components/privacy/reveal'
import type { ContactWay } from './contact-ways'

type Props = {
  way: ContactWay
  label: string
  /** What the button does first when the number is masked. */
  revealLabel: string
  icon: IconComponent
  /** Distinguishes the ids of the header from those of the bar on a phone. */
  place: 'head' | 'bar'
  className?: string
}

/**
 * "Ligar" or "WhatsApp". The button that reveals the number and the link that replaces it have the same id, so that the focus stays. A refused one
 * stays visible with its reason, and leads to the page where that can be changed.
 */
export function WayLink({ way, label, revealLabel, icon: Icon, place, className = '' }: Props) {
  if (way.state === 'masked')
    return (
      <button
        id={`${place}-way-${way.pointId}`}
        form={REVEAL_FORM}
        name="subject"
        value={`point:${way.pointId}`}
        className={`way ${className}`}
        title={revealLabel}
      >
        <Icon aria-hidden />
        <span>{label}</span>
      </button>
    )
  if (way.state === 'open')
    return (
      <a
        id={`${place}-way-${way.pointId}`}
        className={`way ${className}`}
        href={way.href}
        title={label}
        rel="noreferrer"
      >
        <Icon aria-hidden />
        <span>{label}</span>
      </a>
    )
  return (
    <Link className={`way ${className}`} data-refused href={way.href} title={`${label}. ${way.why}`}>
      <Icon aria-hidden />
      <span>{label}</span>
      <small>{way.why}</small>
    </Link>
  )
}
