import { ActionForm } from '@/components/forms/action-form'
import { documentLabels, RegistrationFields } from '@/components/profile/registration-fields'
import { Card, CardBody } from '@/components/ui/card'
import { editCustomerAction } from '@/lib/customers/actions'
import { getDocumentNumber, listAssignable, listStores } from '@/lib/customers/queries'
import { formTexts } from '@/components/forms/form-texts'
import { documentInClear } from '@/lib/privacy/mask'
import { profilePage, profileTitled } from '../../_profile/profile-page'

export const generateMetadata = profileTitled('customers.edit')

export default profilePage('customers.edit', {
  section: 'registration',
  render: async ({ ctx, customer, i18n, t }) => {
    const clear = documentInClear(ctx.viewer, customer.revealed, customer.document?.type ?? null)
    const [stores, people, documentNumber] = await Promise.all([
      listStores(ctx),
      listAssignable(ctx),
      clear ? getDocumentNumber(ctx, customer.id) : null,
    ])
    const { kind, name, preferredName, birthOn, sex, registeredOn, storeId, registeredBy, howMet, remarks } = customer
    const values = {
      kind,
      name,
      preferredName,
      birthOn,
      sex,
      registeredOn,
      storeId,
      registeredBy,
      howMet,
      remarks,
      documentType: customer.document?.type,
      documentNumber,
    }
    return (
      <Card title={t('customers.registration.edit')}>
        <CardBody>
          <ActionForm
            action={editCustomerAction}
            submit={t('common.save')}
            cancelHref={`/customers/${customer.id}/registration`}
            hidden={{
              customerId: customer.id,
              version: String(customer.version),
              documentCountry: customer.document?.country ?? '',
            }}
            texts={formTexts(t)}
            labels={documentLabels(i18n)}
          >
            {RegistrationFields({
              i18n,
              values,
              maskedDocument: clear ? undefined : customer.document?.shown,
              stores,
              people,
            })}
          </ActionForm>
        </CardBody>
      </Card>
    )
  },
})
