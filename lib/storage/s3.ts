import { S3Client } from '@aws-sdk/client-s3'
import { env } from '@/lib/env'

export type Bucket = { client: S3Client; name: string }

let opened: Bucket | undefined

/**
 * Returns the configured bucket. Without keys, Amazon's SDK uses the role of the machine.
 * @throws Error when STORAGE=s3 has no S3_BUCKET.
 */
export function bucket(): Bucket {
  return (opened ??= open())
}

function open(): Bucket {
  const {
    S3_BUCKET: name,
    S3_REGION: region,
    S3_ENDPOINT: endpoint,
    S3_ACCESS_KEY_ID: id,
    S3_SECRET_ACCESS_KEY: secret,
  } = env()
  if (!name) throw new Error('STORAGE=s3 needs S3_BUCKET')
  const client = new S3Client({
    region,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(id && secret && { credentials: { accessKeyId: id, secretAccessKey: secret } }),
    // Many S3-compatible servers do not support the SDK's trailing checksums. Our checksum is the SHA-256 in the key.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return { client, name }
}

/** For tests that change the environment. */
export function closeBucket(): void {
  opened?.client.destroy()
  opened = undefined
}
