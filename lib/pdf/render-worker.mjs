import { parentPort } from 'node:worker_threads'
import { renderToBuffer } from '@react-pdf/renderer'

/** Plain modules in templates/, so that this thread needs no build: it runs the same under the portal, the seed and the tests. */
parentPort.on('message', async ({ job, template, props }) => {
  try {
    const { default: draw } = await import(`./templates/${template}.mjs`)
    parentPort.postMessage({ job, pdf: await renderToBuffer(draw(props)) })
  } catch (error) {
    parentPort.postMessage({ job, failure: error instanceof Error ? error.message : String(error) })
  }
})
