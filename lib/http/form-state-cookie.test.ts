import { i18n } from '@/lib/i18n/translator'
import { saveFormState, loadFormState } from './form-state-cookie'
import type { StaffPage } from './page'
import { invalid, refused } from '@/lib/kernel/result'

const jar = new Map<string, string>()
jest.mock('next/headers', () => ({
  cookies: async () => ({
    set: (name: string, value: string) => jar.set(name, value),
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
  }),
}))

const drafts = new Map<string, Record<string, string>>()
jest.mock('./drafts/prefill', () => ({
  savePrefill: async (id: string, values: Record<string, string>) => drafts.set(id, values),
  loadPrefill: async (id: string) => drafts.get(id) ?? {},
}))

const texts = i18n('pt-BR')
const as = (userId: string) => ({ viewer: { userId } }) as StaffPage['ctx']
const pageOf = (refusedId: string | undefined, userId = 'ana') => ({
  ctx: as(userId),
  search: { refused: refusedId },
  i18n: texts,
})

async function saveForm(form: Parameters<typeof saveFormState>[2]) {
  const to = new URL((await saveFormState(as('ana'), '/somewhere', form)).headers.get('location')!, 'http://localhost')
  return { to, id: to.searchParams.get('refused')! }
}

const form = {
  ...invalid({ files: 'documents.damaged_pdf' }),
  file: 'contrato.pdf',
  values: { title: 'Contrato da Ana' },
}

test('a refused form is shown again with its reason, its file and its values, and the address contains none of them', async () => {
  const { to, id } = await saveForm(form)
  expect(to.href).toBe(`http://localhost/somewhere?refused=${id}`)
  expect([...jar.values()].join('')).not.toMatch(/Contrato|contrato/)
  expect(await loadFormState(pageOf(id))).toEqual({
    fields: { files: '“contrato.pdf”: Este PDF está danificado e não pode ser lido.' },
    values: { title: 'Contrato da Ana' },
  })
})

test('a refusal of the whole form is shown once, not beside a field', async () => {
  const { id } = await saveForm({ ...refused('documents.not_archived'), values: {} })
  expect(await loadFormState(pageOf(id))).toMatchObject({
    message: texts.t('errors.documents.not_archived'),
    fields: {},
  })
})

test('it is not shown to another user, at another address, or after the cookie was changed', async () => {
  const { id } = await saveForm(form)
  expect(await loadFormState(pageOf(undefined))).toEqual({})
  expect(await loadFormState(pageOf('another'))).toEqual({})
  expect(await loadFormState(pageOf(id, 'bia'))).toEqual({})
  for (const [name, value] of jar) jar.set(name, `${value.slice(0, -3)}AAA`)
  expect(await loadFormState(pageOf(id))).toEqual({})
})

test('it keeps long values, and fits into a cookie', async () => {
  const long = 'ã'.repeat(8000)
  const { id } = await saveForm({ ...form, file: long, values: { description: long } })
  expect(await loadFormState(pageOf(id))).toMatchObject({ values: { description: long } })
  for (const [name, value] of jar) expect(name.length + value.length).toBeLessThan(4096)
})
