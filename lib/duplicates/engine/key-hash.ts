/** A 32-bit hash (FNV-1a) of a text. Where it is used, a collision only costs a needless comparison. */
export function keyHash(key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) | 0
}
