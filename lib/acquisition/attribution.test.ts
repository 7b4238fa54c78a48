import { parseAttribution } from './attribution'

const NOTHING = { source: null, medium: null, campaign: null, term: null, content: null, clickIds: {} }

describe('the attribution of an address', () => {
  it('has all UTM parts and the ids of clicks', () => {
    const query =
      'utm_source=google&utm_medium=cpc&utm_campaign=ver%C3%A3o+2027&utm_term=t%C3%AAnis&utm_content=banner-2&gclid=Cj0KCQ&fbclid=IwAR1'
    expect(parseAttribution(`https://loja.example/promo?${query}`)).toEqual({
      ...{ source: 'google', medium: 'cpc', campaign: 'verão 2027', term: 'tênis', content: 'banner-2' },
      clickIds: { gclid: 'Cj0KCQ', fbclid: 'IwAR1' },
    })
  })

  it.each([
    ['names in any case', 'https://a.example/?UTM_Source=x&MSCLKID=1', { source: 'x', clickIds: { msclkid: '1' } }],
    ['the first of two values', 'https://a.example/?utm_source=x&utm_source=y', { source: 'x' }],
    ['no empty value', 'https://a.example/?utm_source=&utm_source=y&gclid=%20', { source: 'y' }],
    ['no unknown parameter', 'https://a.example/?utm_id=7&ref=z&__proto__=1&constructor=2', {}],
    ['nothing from the fragment', 'https://a.example/#utm_source=x', {}],
    ['nothing from text that is no address', 'utm_source=x', {}],
    ['nothing from nothing', null, {}],
    ['a broken encoding as it is', 'https://a.example/?utm_source=%E0%A4%A', { source: '\uFFFD%A' }],
  ])('reads %s', (_what, address, expected) => {
    expect(parseAttribution(address)).toEqual({ ...NOTHING, ...expected })
  })

  it('cuts a value that is longer than the column needs', () => {
    expect(parseAttribution(`https://a.example/?utm_term=${'x'.repeat(500)}`).term).toHaveLength(200)
  })
})
