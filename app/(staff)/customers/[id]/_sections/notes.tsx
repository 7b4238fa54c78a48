import { NotebookPen } from '@/components/ui/icons'
import { NoteList } from '@/components/notes/note-list'
import type { SectionProps } from '@/components/profile/section'
import { ActionForm } from '@/components/forms/action-form'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { formTexts } from '@/components/forms/form-texts'
import { TextAreaField } from '@/components/forms/text-area-field'
import { Card, CardBody } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { SectionPager } from '@/components/profile/section-pager'
import { writeNoteAction } from '@/lib/notes/actions'
import { listNotes } from '@/lib/notes/queries'

/** Notes, newest first, below the form for a new one. */
export async function NotesSection({ ctx, customer, i18n, search }: SectionProps) {
  const { t } = i18n
  const { notes, nextCursor } = await listNotes(ctx, customer.memberIds, { cursor: search.cursor })
  const here = `/customers/${customer.id}/notes`
  return (
    <div className="grid max-w-3xl gap-4">
      {ctx.viewer.can('notes.write') && (
        <Card title={t('notes.write')}>
          <CardBody>
            <ActionForm
              action={writeNoteAction}
              submit={t('notes.submit')}
              hidden={{ customerId: customer.id }}
              texts={formTexts(t)}
            >
              <IdempotencyField />
              <TextAreaField name="body" label={t('notes.placeholder')} maxLength={4000} required />
            </ActionForm>
          </CardBody>
        </Card>
      )}
      {notes.length ? (
        <Card title={t('notes.title')}>
          <NoteList notes={notes} i18n={i18n} />
        </Card>
      ) : (
        <Card>
          <EmptyState icon={<NotebookPen />} title={t('notes.empty')} text={t('notes.emptyText')} />
        </Card>
      )}
      <SectionPager i18n={i18n} path={here} cursor={search.cursor} nextCursor={nextCursor} />
    </div>
  )
}

/** The latest three, for the overview. They are not read when the header counts no note. */
export async function NotesCard({ ctx, customer, i18n }: SectionProps) {
  const { t } = i18n
  const { notes } = customer.counts.notes ? await listNotes(ctx, customer.memberIds, { limit: 3 }) : { notes: [] }
  const here = `/customers/${customer.id}/notes`
  return (
    <Card
      title={t('profile.recentNotes')}
      action={<Link href={here}>{notes.length ? t('profile.seeAll') : t('notes.write')}</Link>}
    >
      {notes.length ? <NoteList notes={notes} i18n={i18n} /> : <CardBody>{t('notes.empty')}</CardBody>}
    </Card>
  )
}
