import { weaknessOf } from './weak-password'

jest.setTimeout(60_000)
const PERSON = { email: 'maria.souza@cajueiro.example', name: 'Maria Souza' }

it.each([
  '1234567890',
  '10203040506',
  'QWERTYUIOP',
  'password123',
  'PassWord123!',
  'P@ssw0rd123',
  'Senha12345',
  'minhasenha1',
  'mudar123456',
  'Brasil2024!',
  'Flamengo2025',
  'familia2020',
  'contraseña123',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'cajueiro2026',
  'Souza@2026',
])('refuses %s as common', async (password) => {
  expect(await weaknessOf(password, PERSON)).toBe('users.password_common')
})

it.each(['maria.souza.8841x', 'MariaSouza e um gato', 'Retrato-3k9f-pq', 'R e t r a t o 55 xk'])(
  'refuses %s, which contains the e-mail or the company',
  async (password) => {
    expect(await weaknessOf(password, PERSON)).toBe('users.password_personal')
  },
)

it.each(['uma senha longa', 'gato azul come pizza', 'x7Kq9!mZp2', 'mi perro come luna', 'Ação às 9 com pão'])(
  'accepts %s',
  async (password) => {
    expect(await weaknessOf(password, PERSON)).toBeNull()
  },
)

it('accepts a short name of a mailbox inside a password', async () => {
  expect(await weaknessOf('banana roxa no telhado', { email: 'ana@cajueiro.example', name: 'Ana' })).toBeNull()
})

it('judges the longest password within a second, so that nobody can block the process', async () => {
  await weaknessOf('first load', PERSON)
  const start = process.cpuUsage()
  await weaknessOf('S@3$0!1|'.repeat(25), PERSON)
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(1)
})
