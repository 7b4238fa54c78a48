import type { Page } from 'playwright-core'

/** The group of each section that tests open, by the names in the navigation. */
const GROUP_OF = {
  Contatos: 'Cadastro',
  Dados: 'Cadastro',
  Preferências: 'Cadastro',
  Relacionados: 'Cadastro',
  Casos: 'Casos',
  Anexos: 'Casos',
  Documentos: 'Documentos',
  'Aceite digital': 'Documentos',
  Mensagens: 'Linha do tempo',
  Conversa: 'Linha do tempo',
  Notas: 'Linha do tempo',
  Histórico: 'Mais',
} as const

/** Opens a section of the profile as a person does: its group first, or "Mais" where the group has no link of its own, as on a phone. */
export async function openSection(page: Page, name: keyof typeof GROUP_OF): Promise<void> {
  const groups = page.getByRole('navigation', { name: 'Seções do perfil' })
  const group = groups.getByRole('link', { name: GROUP_OF[name], exact: true })
  const more = groups.getByRole('link', { name: 'Mais', exact: true })
  await ((await group.isVisible()) ? group : more).click()
  const section = page.locator('.segments, .all-sections').getByRole('link', { name: new RegExp(`^${name}`) })
  const path = await section.getAttribute('href')
  await section.click()
  // The frame looks alike on every section.
  await page.waitForURL(`**${path}`)
}
