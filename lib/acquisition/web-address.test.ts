import { showAddress } from './web-address'

const text = (address: string, inClear = false) => {
  const { before, host, after } = showAddress(address, inClear)
  return `${before}[${host}]${after}`
}

describe('an address that somebody else wrote', () => {
  it.each([
    ['https://loja.example/promo?utm_source=google', 'https://[loja.example]/promo?utm_source=google'],
    ['https://loja.example', 'https://[loja.example]'],
    ['HTTP://LOJA.example:8080/a', 'http://[loja.example:8080]/a'],
    // The real host, whatever precedes it.
    ['https://banco.example@evil.example/x', 'https://[evil.example]/x'],
    ['https://banco.example\\@evil.example/x', 'https://[banco.example]/@evil.example/x'],
    // A Cyrillic "а" looks like ours.
    ['https://bаnco.example/', 'https://[xn--bnco-53d.example]'],
    // A right-to-left override turns the text around.
    ['https://a.example/\u202Egnp.exe', 'https://[a.example]/%E2%80%AEgnp.exe'],
  ])('%s is shown as %s', (address, shown) => expect(text(address)).toBe(shown))

  it.each([
    ['javascript:alert(1)', ['not_web']],
    ['data:text/html,<script>', ['not_web']],
    ['JaVaScRiPt://x.example/%0aalert(1)', ['not_web']],
    ['loja.example/promo', ['not_web']],
    ['', ['not_web']],
    ['https://user:pass@a.example/', ['credentials']],
    ['https://xn--80ak6aa92e.example/', ['international']],
    ['https://a.example/?x=\u200Bb', ['invisible']],
  ])('%s has the warnings %j and no link that could run', (address, warnings) => {
    const shown = showAddress(address, true)
    expect(shown.warnings).toEqual(warnings)
    expect(shown.href ?? 'none').toMatch(warnings.includes('not_web') ? /^none$/ : /^https:\/\/[^@]*$/)
  })

  it('writes direction marks of a text that is no address as their numbers', () => {
    expect(showAddress('x\u202Ey', true).after).toBe('x⟨U+202E⟩y')
  })
})

describe('personal values in an address', () => {
  it.each([
    ['https://a.example/?email=maria@example.com&gclid=1', '?email=****&gclid=1'],
    ['https://a.example/?x=maria%40example.com', '?x=****'],
    ['https://a.example/?next=https%3A%2F%2Fb.example%2F%3Fq%3Dmaria%2540example.com', '?next=****'],
    ['https://a.example/?ref=111.444.777-35', '?ref=****'],
    ['https://a.example/?ref=11144477735', '?ref=****'],
    ['https://a.example/clientes/11144477735/pedidos', '/clientes/****/pedidos'],
    ['https://a.example/u/maria@example.com', '/u/****'],
    ['https://a.example/#maria@example.com', '#****'],
    ['https://a.example/?maria@example.com', '?****'],
    ['https://a.example/?w=5511987657777', '?w=****'],
    ['https://a.example/?w=%2B551133334444', '?w=****'],
    ['https://a.example/?nome=Maria+Clara', '?nome=****'],
    ['https://a.example/?token=abc', '?token=****'],
    ['https://a.example/#access_token=abc', '#access_token=****'],
    // What is not encoded correctly must not protect the rest.
    ['https://a.example/?x=maria%40example.com%', '?x=****'],
    ['https://a.example/?x=%FF%FFmaria%40example.com', '?x=****'],
    ['https://a.example/?ref=111%20444%20777%2035', '?ref=****'],
    ['https://a.example/?w=11+98765+7777', '?w=****'],
    [`https://a.example/?x=${'maria%40example.com'.replace('%', `%${'25'.repeat(6)}`)}`, '?x=****'],
  ])('%s is masked, and is no link until it is revealed', (address, rest) => {
    const shown = showAddress(address, false)
    expect(shown.after.endsWith(rest)).toBe(true)
    expect(shown).toMatchObject({ masked: true, href: null })
    expect(showAddress(address, true)).toMatchObject({ masked: false, href: new URL(address).href })
  })

  it.each([
    'https://a.example/?gclid=Cj0KCQiA1ZGcBhCoARIsAGQ0kkp',
    'https://a.example/p/12345678901?id=98765432100123',
    'https://a.example/@perfil',
    'https://a.example/?utm_campaign=nomes&fbclid=IwAR111444777350',
  ])('%s has none', (address) => expect(showAddress(address, false).masked).toBe(false))

  it('masks a host with a personal number', () => {
    const shown = showAddress('https://11144477735.loja.example/promo', false)
    expect(shown).toMatchObject({ host: '****', after: '/promo', masked: true, href: null })
  })

  it('hides a text completely that is no web address', () => {
    expect(showAddress('mailto:maria@example.com', false)).toMatchObject({ after: '****', masked: true, href: null })
  })
})
