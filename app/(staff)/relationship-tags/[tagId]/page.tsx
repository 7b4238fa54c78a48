import { notFound } from 'next/navigation'
import { page, titled } from '@/app/_frame/staff-page'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { RetireCard } from '@/components/forms/retire-card'
import { TextField } from '@/components/forms/text-field'
import { bothWords, tagWords } from '@/components/related/words'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import type { I18n } from '@/lib/i18n/translator'
import { changeTagAction, restoreTagAction, retireTagAction } from '@/lib/relationships/actions'
import { RELATIONSHIP_TAGS } from '@/lib/relationships/paths'
import { getTag, type Tag } from '@/lib/relationships/tags'

export const generateMetadata = titled('relationships.configure', async ({ ctx, params, t }) => {
  const tag = await getTag(ctx, params.tagId)
  return tag ? bothWords(tag, t) : t('related.tagList.title')
})

/** One tag: the forms that change its words, and that stop or resume offering it. */
export default page('relationships.configure', async ({ ctx, params, t }) => {
  const tag = await getTag(ctx, params.tagId)
  if (!tag) notFound()
  const words = bothWords(tag, t)
  const status = t(tag.retiredAt ? 'related.tagList.retired' : 'related.tagList.active')
  return (
    <>
      <Breadcrumb
        label={t('common.breadcrumb')}
        items={[{ label: t('related.tagList.title'), href: RELATIONSHIP_TAGS }, { label: words }]}
      />
      <PageHeader title={words} text={status} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <WordsCard tag={tag} t={t} />
        <RetireCard
          isRetired={tag.retiredAt !== null}
          retire={retireTagAction}
          restore={restoreTagAction}
          fields={{ tagId: tag.id }}
          texts={{
            retire: t('related.tagList.retire'),
            ask: t('related.tagList.retireAsk', { name: words }),
            explanation: t('related.tagList.retireText'),
            restore: t('related.tagList.restore'),
            cancel: t('common.cancel'),
          }}
        />
      </div>
    </>
  )
})

type Props = { tag: Tag; t: I18n['t'] }

const WordsCard = ({ tag, t }: Props) => (
  <Card title={t('related.tagList.change')}>
    <CardBody>
      <p className="text-ink-2 mb-3">{t('related.tagList.changeText')}</p>
      <ActionForm
        action={changeTagAction}
        submit={t('common.save')}
        hidden={{ tagId: tag.id, version: String(tag.version), ...(tag.isSymmetric && { inverseName: '' }) }}
        texts={formTexts(t)}
      >
        <TextField
          name="name"
          label={t('related.tagList.name')}
          hint={t('related.tagList.nameHint')}
          defaultValue={tagWords(tag, 'name', t)}
          required
          maxLength={60}
          autoComplete="off"
        />
        {!tag.isSymmetric && (
          <TextField
            name="inverseName"
            label={t('related.tagList.inverse')}
            hint={t('related.tagList.inverseOnly')}
            defaultValue={tagWords(tag, 'inverse', t)}
            required
            maxLength={60}
            autoComplete="off"
          />
        )}
      </ActionForm>
    </CardBody>
  </Card>
)
