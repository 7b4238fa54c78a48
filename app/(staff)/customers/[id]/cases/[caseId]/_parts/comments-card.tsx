import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import { NoteList } from '@/components/notes/note-list'
import { Card, CardBody } from '@/components/ui/card'
import { commentOnCaseAction } from '@/lib/cases/actions'
import { listComments } from '@/lib/cases/queries'
import type { Part } from './props'

/** The internal comments, oldest first, above the form for a new one. */
export async function CommentsCard({ ctx, customer, found, mayWrite, i18n, t }: Part) {
  const comments = await listComments(ctx, found)
  return (
    <Card id="comments" title={t('cases.comments.title')}>
      {comments.length > 0 ? (
        <NoteList notes={comments} i18n={i18n} />
      ) : (
        <CardBody>
          <p className="text-ink-3">{t('cases.comments.empty')}</p>
        </CardBody>
      )}
      {mayWrite && (
        <CardBody>
          <ActionForm
            action={commentOnCaseAction}
            submit={t('cases.comments.submit')}
            hidden={{ customerId: customer.id, caseId: found.id }}
            variant="secondary"
            texts={formTexts(t)}
          >
            <IdempotencyField />
            <TextAreaField
              name="body"
              label={t('cases.comments.label')}
              hint={t('cases.comments.hint')}
              rows={3}
              maxLength={4000}
              required
            />
          </ActionForm>
        </CardBody>
      )}
    </Card>
  )
}
