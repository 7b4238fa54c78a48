import { renderToBuffer } from '@react-pdf/renderer'

/** Draws a template of templates/ with the values. */
export default async function render({ template, props }) {
  const { default: draw } = await import(`../../templates/${template}.mjs`)
  return renderToBuffer(draw(props))
}
