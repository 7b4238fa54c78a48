import { UserPlus } from '@/components/ui/icons'
import { ButtonLink } from '@/components/ui/button-link'
import { CertificateCard } from '@/components/users/certificate-card'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { DataTable, type Column } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Time } from '@/components/ui/time'
import type { I18n } from '@/lib/i18n/translator'
import { certificateReport } from '@/lib/pdf/company-certificate'
import { page, titled } from '@/app/_frame/staff-page'
import { listUsers, type ListedUser } from '@/lib/users/queries'

export const generateMetadata = titled('users.manage', ({ t }) => t('users.title'))

export default page('users.manage', async ({ ctx, i18n, t }) => {
  const [users, certificate] = await Promise.all([listUsers(ctx), certificateReport(ctx.now)])
  return (
    <>
      <PageHeader
        title={t('users.title')}
        text={t('users.text')}
        actions={
          <ButtonLink href="/users/new" variant="primary">
            <UserPlus aria-hidden />
            {t('users.invite')}
          </ButtonLink>
        }
      />
      <Card>
        <DataTable
          caption={t('users.list')}
          columns={columns(i18n, ctx.viewer.userId)}
          rows={users}
          rowKey={(user) => user.id}
        />
      </Card>
      {certificate && <CertificateCard report={certificate} i18n={i18n} />}
    </>
  )
})

const columns = (i18n: I18n, viewerId: string): Column<ListedUser>[] => {
  const { t } = i18n
  return [
    {
      key: 'name',
      header: t('users.fields.name'),
      primary: true,
      cell: (user) => <Named user={user} you={user.id === viewerId ? t('users.you') : undefined} />,
    },
    { key: 'role', header: t('users.fields.role'), fold: true, cell: (user) => t(`users.roles.${user.role}`) },
    { key: 'scope', header: t('users.fields.scope'), fold: true, cell: (user) => <Reach user={user} i18n={i18n} /> },
    {
      key: 'lastSignIn',
      header: t('users.fields.lastSignIn'),
      fold: true,
      cell: (user) =>
        user.lastSignInAt ? (
          <Time at={user.lastSignInAt} i18n={i18n} />
        ) : (
          <span className="text-ink-3">{t('users.never')}</span>
        ),
    },
    { key: 'status', header: t('users.fields.status'), cell: (user) => <Status user={user} i18n={i18n} /> },
  ]
}

function Named({ user, you }: { user: ListedUser; you: string | undefined }) {
  return (
    <>
      <Link href={`/users/${user.id}`} className="link">
        {user.name}
      </Link>{' '}
      {you && <Chip>{you}</Chip>}
      <br />
      <small className="text-ink-3">{user.email}</small>
    </>
  )
}

function Reach({ user, i18n: { t, format } }: { user: ListedUser; i18n: I18n }) {
  if (user.scope !== 'stores') return t(`users.scopes.${user.scope}`)
  return format.list(user.stores.map((store) => store.name))
}

function Status({ user, i18n: { t } }: { user: ListedUser; i18n: I18n }) {
  if (user.deactivatedAt) return <Chip>{t('users.status.deactivated')}</Chip>
  return user.hasPassword || user.lastSignInAt ? (
    <Chip tone="ok">{t('users.status.active')}</Chip>
  ) : (
    <Chip tone="accent">{t('users.status.invited')}</Chip>
  )
}
