import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { PDFDocument } from '@cantoo/pdf-lib'

/** Runs apart from the portal, with little memory and little time: what an upload does to a parser stays here. */
parentPort.postMessage(await factsOf(await readFile(workerData.file)))

async function factsOf(bytes) {
  try {
    const document = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false })
    return { encrypted: document.isEncrypted, pages: document.getPageCount() }
  } catch {
    return null
  }
}
