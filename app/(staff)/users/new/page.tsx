import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { TextField } from '@/components/forms/text-field'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { accessFields } from '@/components/users/access-fields'
import { page, titled } from '@/app/_frame/staff-page'
import { inviteUserAction } from '@/lib/users/actions'
import { listAllStores } from '@/lib/users/queries'

export const generateMetadata = titled('users.manage', ({ t }) => t('users.invite'))

export default page('users.manage', async ({ ctx, i18n, t }) => (
  <>
    <PageHeader title={t('users.invite')} text={t('users.inviteText')} />
    <Card>
      <CardBody>
        <ActionForm action={inviteUserAction} submit={t('users.create')} cancelHref="/users" texts={formTexts(t)}>
          <TextField name="name" label={t('users.fields.name')} required autoComplete="off" autoFocus />
          <TextField
            name="email"
            type="email"
            label={t('users.fields.email')}
            hint={t('users.emailHint')}
            required
            autoComplete="off"
            inputMode="email"
            spellCheck={false}
          />
          {accessFields({ i18n, stores: await listAllStores(ctx), values: { locale: i18n.locale } })}
        </ActionForm>
      </CardBody>
    </Card>
  </>
))
