import { eq } from 'drizzle-orm'
import { duplicatePairs } from '@/db/schema'
import { PAULISTA, ECOMMERCE } from '@/lib/demo/stores'
import { isPair } from '@/lib/duplicates/lock-pairs'
import { toPair, toPairsOf } from '@/lib/duplicates/paths'
import { aPair } from '@/lib/testing/duplicates'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const NARROW = { viewport: { width: 320, height: 700 }, javaScriptEnabled: false }

const aVeryLikelyPair = (names: [string, string]) =>
  aPair(db(), {
    probability: 0.99,
    one: { name: names[0], storeId: PAULISTA.id, documentType: 'cpf', documentNumber: '39053344705' },
    other: { name: names[1], storeId: PAULISTA.id, documentType: 'cpf', documentNumber: '39053344705' },
    reasons: [
      { field: 'given_name', level: 'similar', weight: 4 },
      { field: 'document', level: 'same', weight: 12 },
    ],
  })

it('[M5] an agent compares a pair on a narrow phone without scripting, says that they are different, and reopens it', async () => {
  const pair = await aVeryLikelyPair(['Ondina Sósia Prates', 'Undina Sósia Prates'])
  const page = await open(NARROW)
  await signIn(page, 'agent', toPairsOf(pair.one.id))
  await page.getByText('mesmo CPF, nome parecido').waitFor()
  const widths: number[] = []
  const measure = async () => widths.push(await page.evaluate(() => document.documentElement.scrollWidth))
  await measure()
  await page.getByRole('link', { name: /Ondina Sósia Prates e|e Ondina Sósia Prates/ }).click()
  await page.getByRole('heading', { name: 'O que difere' }).waitFor()
  await measure()
  expect(await page.content()).not.toContain('390.533.447-05')
  await page.getByLabel('Por quê?').fill('São gêmeas')
  await page.getByRole('button', { name: 'Não é a mesma pessoa' }).click()
  await page.getByText('Decisão registrada').waitFor()
  expect((await db().select().from(duplicatePairs).where(isPair(pair)))[0]).toMatchObject({
    decidedReason: 'São gêmeas',
  })
  await page.goto(`${toPairsOf(pair.one.id)}&state=decided`)
  await measure()
  await page.getByRole('button', { name: /Reabrir o par/ }).click()
  await page.getByText('O par está de novo na fila').waitFor()
  await page.goto(`/customers/${pair.one.id}`)
  await page.getByRole('link', { name: 'Comparar com Undina Sósia Prates' }).waitFor()
  await measure()
  expect(widths.filter((width) => width > 320)).toEqual([])
})

it('[M5] the strip of a profile decides at once, and its message undoes that', async () => {
  const pair = await aVeryLikelyPair(['Zilda Sósia Amorim', 'Hilda Sósia Amorim'])
  const page = await open()
  await signIn(page, 'agent', `/customers/${pair.one.id}/notes`)
  await page.getByRole('button', { name: 'não é a mesma pessoa' }).click()
  await page.getByText('Decisão registrada').waitFor()
  expect(await page.getByRole('link', { name: 'Comparar com Hilda Sósia Amorim' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Desfazer' }).click()
  await page.getByRole('link', { name: 'Comparar com Hilda Sósia Amorim' }).waitFor()
  expect((await db().select().from(duplicatePairs).where(isPair(pair)))[0]).toMatchObject({ decidedAt: null })
})

it('[M5] several pairs are chosen and decided after a page that says what will happen', async () => {
  const pairs = [
    await aVeryLikelyPair(['Eunice Sósia Bastos', 'Eunísse Sósia Bastos']),
    await aVeryLikelyPair(['Ivone Sósia Bastos', 'Yvone Sósia Bastos']),
  ]
  const page = await open({ javaScriptEnabled: false })
  await signIn(page, 'agent', '/duplicates?likelihood=very_likely')
  for (const name of ['Eunice Sósia', 'Ivone Sósia'])
    await page.getByRole('checkbox', { name: new RegExp(name) }).check()
  await page.getByRole('button', { name: 'Decidir sobre os marcados' }).click()
  await page.getByText('2 pares foram escolhidos').waitFor()
  await page.getByRole('button', { name: 'Decidir sobre 2 pares' }).click()
  await page.getByText('Decisão registrada para todos').waitFor()
  for (const pair of pairs)
    expect((await db().select().from(duplicatePairs).where(isPair(pair)))[0]?.decidedAt).toBeInstanceOf(Date)
})

it('[M5] a seller of another store neither sees a pair nor learns that it exists', async () => {
  const pair = await aPair(db(), {
    one: { name: 'Odila Sósia Falcão', storeId: PAULISTA.id },
    other: { name: 'Odyla Sósia Falcão', storeId: ECOMMERCE.id },
  })
  const page = await open({ javaScriptEnabled: false })
  await signIn(page, 'seller', toPairsOf(pair.one.id))
  await page.getByText('Nenhum par com estes filtros').waitFor()
  expect((await page.goto(toPair(pair.customerId, pair.otherId)))?.status()).toBe(404)
  await page.goto(`/customers/${pair.one.id}`)
  await page.getByRole('heading', { name: 'Odila Sósia Falcão' }).waitFor()
  expect(await page.getByText('Possível duplicidade').count()).toBe(0)
  expect(await db().select().from(duplicatePairs).where(eq(duplicatePairs.customerId, pair.customerId))).toHaveLength(1)
})
