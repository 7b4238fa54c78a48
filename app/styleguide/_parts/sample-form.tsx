'use client'

import { FormShell } from '@/components/forms/form-shell'
import { CheckboxField } from '@/components/forms/checkbox-field'
import { DateField } from '@/components/forms/date-field'
import { FileField } from '@/components/forms/file-field'
import { FormSection } from '@/components/forms/form-section'
import type { FormTexts } from '@/components/forms/form-texts'
import { PasswordField } from '@/components/forms/password-field'
import { RadioGroupField } from '@/components/forms/radio-group-field'
import { SelectField } from '@/components/forms/select-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import { TextField } from '@/components/forms/text-field'
import { Card, CardBody } from '@/components/ui/card'
import type { FormState } from '@/lib/http/form-action'

/** Answers in the browser, with a refused e-mail or a stale form. */
async function refuse(_previous: FormState, form: FormData): Promise<FormState> {
  const values = Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  if (values.status === 'stale')
    return { message: 'Somebody saved before you.', values, current: { name: 'Maria Antunes', status: 'fine' } }
  return { fields: { email: 'This is no e-mail address', born: 'This day does not exist' }, values }
}

const STATUSES = [
  { value: 'fine', label: 'Refuse two fields' },
  { value: 'stale', label: 'Stale edit' },
]

const LABELS = { name: 'Name', email: 'E-mail', born: 'Born on', status: 'What should happen' }

export function SampleForm({ texts }: { texts: FormTexts }) {
  return (
    <Card title="Form">
      <CardBody>
        <FormShell action={refuse} submit="Save" labels={LABELS} texts={texts}>
          <FormSection title="Who" columns={2}>
            <TextField name="name" label="Name" required defaultValue="Maria Clara" />
            <TextField name="email" label="E-mail" type="email" hint="Where documents go" />
            <DateField name="born" label="Born on" />
            <SelectField name="status" label="What should happen" options={STATUSES} defaultValue="fine" required />
          </FormSection>
          <FormSection title="More" text="Everything a form may hold.">
            <RadioGroupField
              name="reach"
              label="Reach"
              defaultValue="all"
              options={[
                { value: 'all', label: 'All customers' },
                { value: 'own', label: 'Own ones', hint: 'Assigned to them' },
              ]}
            />
            <CheckboxField name="agreed" label="May be contacted" hint="Written to the ledger" />
            <TextAreaField name="remarks" label="Remarks" />
            <PasswordField name="password" label="Password" autoComplete="new-password" />
            <FileField name="file" label="File" accept=".csv" />
          </FormSection>
        </FormShell>
      </CardBody>
    </Card>
  )
}
