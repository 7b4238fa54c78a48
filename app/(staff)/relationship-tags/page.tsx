import { Plus } from '@/components/ui/icons'
import { page, titled } from '@/app/_frame/staff-page'
import { bothWords } from '@/components/related/words'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import type { I18n } from '@/lib/i18n/translator'
import { RELATIONSHIP_TAGS, toTag } from '@/lib/relationships/paths'
import { listTags, type Tag } from '@/lib/relationships/tags'

export const generateMetadata = titled('relationships.configure', ({ t }) => t('related.tagList.title'))

/** The tags of relationships, retired ones included. */
export default page('relationships.configure', async ({ ctx, i18n, t }) => (
  <>
    <PageHeader
      title={t('related.tagList.title')}
      text={t('related.tagList.text')}
      actions={
        <ButtonLink href={`${RELATIONSHIP_TAGS}/new`} variant="primary">
          <Plus aria-hidden />
          {t('related.tagList.new')}
        </ButtonLink>
      }
    />
    <Card>
      <DataTable
        caption={t('related.tagList.list')}
        columns={columnsOf(i18n)}
        rows={await listTags(ctx)}
        rowKey={({ id }) => id}
      />
    </Card>
  </>
))

const columnsOf = ({ t }: I18n): Column<Tag>[] => [
  {
    key: 'words',
    header: t('related.tagList.list'),
    primary: true,
    cell: (tag) => (
      <Link className="link" href={toTag(tag.id)}>
        {bothWords(tag, t)}
      </Link>
    ),
  },
  {
    key: 'status',
    header: t('related.tagList.status'),
    cell: ({ retiredAt }) =>
      retiredAt ? <Chip>{t('related.tagList.retired')}</Chip> : <Chip tone="ok">{t('related.tagList.active')}</Chip>,
  },
]
