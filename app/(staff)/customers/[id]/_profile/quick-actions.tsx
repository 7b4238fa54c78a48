import { MessageCircle, NotebookPen, Phone } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { toNotes } from '@/lib/notes/paths'
import { contactWay } from './contact-ways'
import type { ProfilePage } from './props'
import { WayLink } from './way-link'

const CLASSES = { head: 'btn', bar: '' } as const

const WAYS = [
  { name: 'call', reveal: 'revealToCall', icon: Phone },
  { name: 'whatsapp', reveal: 'revealToWrite', icon: MessageCircle },
] as const

/** Call, WhatsApp and note: in the header at a desk (`head`), and in the bar at the bottom of a phone (`bar`). */
export async function quickActions(page: ProfilePage, place: keyof typeof CLASSES) {
  const { ctx, customer, t } = page
  const className = CLASSES[place]
  const ways = await Promise.all(WAYS.map(async (way) => ({ ...way, found: await contactWay(way.name, page) })))
  return (
    <>
      {ways.map(
        ({ name, reveal, icon, found }) =>
          found && (
            <WayLink
              key={name}
              way={found}
              label={t(`profile.actions.${name}`)}
              revealLabel={t(`profile.actions.${reveal}`)}
              icon={icon}
              place={place}
              className={className}
            />
          ),
      )}
      {ctx.viewer.can('notes.write') && (
        <Link className={`way ${className}`} href={toNotes(customer.id)}>
          <NotebookPen aria-hidden />
          <span>{t('profile.actions.note')}</span>
        </Link>
      )}
    </>
  )
}
