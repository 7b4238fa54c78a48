import type { Viewer } from '@/lib/access/viewer'
import type { FileRole } from './paths'

/**
 * Whether a viewer may read this file of a document that they may read. The report in a final document prints the signer's tax id, address
 * and IP in clear, as evidence, so reading it needs the permission to reveal them.
 */
export const isReadable = (viewer: Viewer, role: FileRole): boolean =>
  role === 'original' || viewer.can('personal.reveal')
