import type { Page } from 'playwright-core'
import { aCustomer, aPoint } from '@/lib/testing/builders'
import { aJourney } from '@/lib/testing/documents'
import { aSend, happened } from '@/lib/testing/sent'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const minute = (n: number) => new Date(Date.UTC(2026, 4, 1, 12, n))

async function plantSends(name: string) {
  const { id } = await aCustomer(db(), { name })
  const address = `${name.split(' ')[0]!.toLowerCase()}@example.com`
  const point = await aPoint(db(), id, {
    value: address,
    normalized: address,
    matchKey: address,
    primaryAt: new Date(),
  })
  const journey = await aJourney(db(), { name: `Avisos de ${name}` })
  const certificateUrl = 'https://example.com/certificado'
  const mail = await aSend(db(), id, {
    journeyId: journey.id,
    address,
    pointId: point.id,
    certificateUrl,
    message: { step: 1, name: 'Aviso por e-mail', subject: 'Seu aviso', body: 'Bom dia!\n\nLeia em {{link}}' },
  })
  for (const [index, kind] of (['sent', 'delivered', 'opened'] as const).entries())
    await happened(db(), mail, kind, minute(index))
  const sms = await aSend(db(), id, {
    journeyId: journey.id,
    channel: 'sms',
    message: { step: 2, name: 'Aviso por SMS', body: 'Oi!' },
  })
  for (const [index, kind] of (['sent', 'delivered'] as const).entries())
    await happened(db(), sms, kind, minute(30 + index))
  const trial = await aSend(db(), id, { journeyId: journey.id, test: true, message: { name: 'Só um ensaio' } })
  await happened(db(), trial, 'sent', minute(40))
  return { id, path: `/customers/${id}/interactions`, journey, mail, sms, point, address }
}

describe('interactions, without scripting', () => {
  const as = async (role: Parameters<typeof signIn>[1], path: string) => {
    const page = await open({ javaScriptEnabled: false })
    await signIn(page, role, path)
    return page
  }
  const rows = (page: Page) => page.locator('.day-row')

  it('[N1][N2][N6][N9] shows totals and the history, filters by channel, journey and day, and hides test messages by default', async () => {
    const { path } = await plantSends('Ivana Filtrada')
    const page = await as('agent', path)
    expect(await rows(page).count()).toBe(2)
    await page.getByRole('link', { name: 'Acontecimentos' }).click()
    await page.waitForURL(/view=events/)
    await page.getByRole('list', { name: 'Totais por canal' }).getByText('3 interações').waitFor()
    expect(await rows(page).count()).toBe(5)
    await page.getByRole('combobox', { name: /^Canal/ }).selectOption({ label: 'SMS' })
    await page.getByLabel('Campanha ou jornada').selectOption({ label: 'Avisos de Ivana Filtrada' })
    await page.getByRole('button', { name: 'Filtrar' }).click()
    await page.waitForURL(/channel=sms/)
    expect(await rows(page).count()).toBe(2)
    await page.getByRole('link', { name: 'Limpar filtro' }).click()
    await page.getByLabel('Informações de teste').check()
    await page.getByRole('button', { name: 'Filtrar' }).click()
    await says(page, 'Só um ensaio')
    expect(await rows(page).count()).toBe(6)
    await page.goto(`${path}?to=2026-04-30`)
    await says(page, 'Nada encontrado com este filtro.')
  })

  it('[N2] shows a journey step by step', async () => {
    const { path } = await plantSends('Joana Passo')
    const page = await as('agent', path)
    await page.getByRole('link', { name: 'Por campanha' }).click()
    await page.getByRole('heading', { name: 'Avisos de Joana Passo' }).waitFor()
    await says(page, '1 enviada · 1 entregue · 1 aberta')
  })

  it('[N5][N7][N11] lists messages, one row for each: an SMS is not measurable, and a certificate opens in a new tab', async () => {
    const { path } = await plantSends('Carla Certificada')
    const page = await as('agent', path)
    const sms = rows(page).filter({ hasText: 'Aviso por SMS' })
    expect(await sms.locator('.steps').getAttribute('title')).toMatch(
      /Aberta: não mensurável · Link aberto: não mensurável/,
    )
    const certificate = page.getByRole('link', { name: 'Certificado Digital' })
    expect([await certificate.getAttribute('target'), await certificate.getAttribute('rel')]).toEqual([
      '_blank',
      'noopener noreferrer',
    ])
    expect(await page.locator('.days').textContent()).not.toContain('carla@example.com')
  })

  it('[N3][N4] shows a message without its personal link, and sends an SMS again to another number', async () => {
    const { path, mail, sms } = await plantSends('Rute Reenvio')
    const page = await as('agent', `${path}/${mail.id}`)
    await says(page, 'link do cliente')
    await says(page, 'não pode ser repetido')
    await page.goto(`${path}/${sms.id}`)
    await page.getByLabel('Outro número').check()
    await page.getByRole('button', { name: 'Reenviar mensagem' }).click()
    await says(page, 'Preencha este campo')
    await page.getByLabel('Outro número').check()
    await page.getByLabel('Celular').fill('11 91234-5678')
    await page.getByRole('button', { name: 'Reenviar mensagem' }).click()
    await says(page, 'Confirme o endereço com o cliente')
    await page.getByLabel('Outro número').check()
    await page.getByLabel('Celular').fill('11 91234-5678')
    await page.getByLabel('Confirmei este endereço com o cliente').check()
    await page.getByLabel('Motivo para usar outro endereço').fill('Trocou de aparelho')
    await page.getByRole('button', { name: 'Reenviar mensagem' }).click()
    await says(page, 'Mensagem na fila de envio')
    await says(page, '(11) 9****-**78')
    await says(page, 'Trocou de aparelho')
    await page.getByRole('link', { name: 'mensagem anterior' }).click()
    await page.waitForURL(new RegExp(sms.id))
  })

  it('[N4][P10] says why a message cannot be sent to the same address again', async () => {
    const { path, mail, point } = await plantSends('Bela Bloqueada')
    await db().execute(`update contact_points set blocked_at = now(), primary_at = null where id = '${point.id}'`)
    await db().execute(`update messages set body = 'Oi!' where id = '${mail.messageId}'`)
    const page = await as('agent', `${path}/${mail.id}`)
    await says(page, 'Envios bloqueados desde')
    await page.getByRole('button', { name: 'Reenviar mensagem' }).click()
    await says(page, 'Preencha este campo')
    expect(await page.getByRole('radio').count()).toBe(1)
  })

  it('creates a journey and a message, refuses an unknown placeholder, shows a preview, and ends the journey', async () => {
    const page = await as('manager', '/journeys')
    await page.getByRole('link', { name: 'Nova jornada' }).click()
    await page.getByLabel('Nome').fill('Pesquisa de satisfação')
    await page.getByLabel('Atendimento').check()
    await page.getByRole('button', { name: 'Criar jornada' }).click()
    await says(page, 'Jornada criada')
    await page.getByRole('link', { name: 'Nova mensagem' }).click()
    await page.getByLabel('Nome').fill('Como foi?')
    await page.getByRole('combobox', { name: /^Canal/ }).selectOption({ label: 'SMS' })
    await page.getByLabel('Texto').fill('Oi, {{nome}}!')
    await page.getByRole('button', { name: 'Salvar mensagem' }).click()
    await says(page, 'Há um nome entre chaves que não existe')
    await page.getByLabel('Texto').fill('Oi, {{name}}! Veja {{link}}')
    await page.getByRole('button', { name: 'Salvar mensagem' }).click()
    await says(page, 'Oi, Maria Clara! Veja')
    await page.getByRole('link', { name: 'Pesquisa de satisfação' }).click()
    await page.getByRole('button', { name: 'Encerrar jornada' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Encerrar jornada' }).click()
    await says(page, 'Encerrada em')
  })
})
