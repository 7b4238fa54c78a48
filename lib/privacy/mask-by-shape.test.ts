import { maskByShape, maskExternalId } from './mask-by-shape'

it.each([
  ['111.444.777-35', '***.***.777-**'],
  ['11144477735', '***.***.777-**'],
  ['12.ABC.345/01DE-35', '12.ABC.345/01DE-35'],
  [' maria@example.com ', 'm****@example.com'],
  ['(11) 98765-7777', '(11) 9****-**77'],
  ['+591 7 1234567', '+591 ****67'],
  ['12.345.678-9', '****'],
  ['arquiteta', '****'],
  ['37', '****'],
])('masks %p of an undescribed column as %p', (value, shown) => {
  expect(maskByShape(value)).toBe(shown)
})

it.each([
  ['11144477735', '***.***.777-**'],
  ['maria@example.com', 'm****@example.com'],
  ['0010048731', '0010048731'],
  ['ctm-8842310', 'ctm-8842310'],
])('shows the id %p of another system as %p', (id, shown) => {
  expect(maskExternalId(id)).toBe(shown)
})
