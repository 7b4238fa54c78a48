import type { ReactNode } from 'react'
import { DayRows, type DayRow } from '@/components/ui/day-rows'
import { Files } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { toResend } from '@/lib/documents/paths'
import type { ListedKit } from '@/lib/documents/queries/kits'
import { documentParts } from './document-parts'
import type { DocumentsFor } from './document-row'

type Props = DocumentsFor & { kits: readonly ListedKit[]; maySend: boolean }

/** Documents under their days. A kit of several documents has a row of its own above them. */
export const KitRows = ({ kits, maySend, ...rest }: Props) => (
  <DayRows
    rows={kits.flatMap((kit) => rowsOf(kit, maySend, rest))}
    // An archived document can be requested with a button.
    interactive={kits.some((kit) => kit.documents.some(({ state }) => state === 'archived'))}
    now={rest.now}
    i18n={rest.i18n}
  />
)

function rowsOf(kit: ListedKit, maySend: boolean, rest: DocumentsFor): DayRow[] {
  const resend = maySend && canResend(kit) && (
    <Link className="link" href={toResend(rest.customerId, kit.id)}>
      {rest.i18n.t('documents.kit.resend')}
    </Link>
  )
  const isAlone = kit.documents.length === 1
  const documents = kit.documents.map((document) => ({
    id: `document-${document.id}`,
    // All documents of a kit are shown where the kit is.
    at: kit.createdAt,
    ...documentParts(document, {
      ...rest,
      resend: isAlone && resend,
      about: isAlone && factsOf(kit, rest.i18n),
    }),
  }))
  return isAlone ? documents : [kitRow(kit, resend, rest), ...documents]
}

const kitRow = (kit: ListedKit, resend: ReactNode, { i18n }: DocumentsFor): DayRow => ({
  id: `kit-${kit.id}`,
  at: kit.createdAt,
  icon: Files,
  title: <b>{kit.title}</b>,
  note: `${i18n.t('documents.kit.files', { count: kit.documents.length })} · ${factsOf(kit, i18n)}`,
  end: resend,
})

/** Without a journey a kit cannot be sent again, and the row says so (D4). */
const factsOf = ({ journey, createdBy }: ListedKit, { t }: DocumentsFor['i18n']): string =>
  [journey ? t('documents.kit.journey', { name: journey }) : t('documents.kit.noJourney'), createdBy]
    .filter(Boolean)
    .join(' · ')

const canResend = (kit: ListedKit): boolean =>
  Boolean(kit.journey) && kit.documents.some((document) => document.state === 'available')
