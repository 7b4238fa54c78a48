import path from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { S3Driver } from 'flydrive/drivers/s3'
import { env } from '@/lib/env'
import { bucket, closeBucket } from './s3'

let disk: Disk | undefined

/** The folder of uploads, where files are kept unless STORAGE=s3. */
export const folder = (): string => path.resolve(env().RETRATO_DATA, 'uploads')

/** Where files are kept, by key: a folder below RETRATO_DATA, or a bucket. */
export const storage = (): Disk => (disk ??= new Disk(env().STORAGE === 's3' ? inBucket() : inFolder()))

const inFolder = () => new FSDriver({ location: folder(), visibility: 'private' })

function inBucket() {
  const { client, name } = bucket()
  // Who may read is the bucket's policy: many servers know no access lists.
  return new S3Driver({ client, bucket: name, visibility: 'private', supportsACL: false })
}

/** For tests that change the environment. */
export function closeStorage(): void {
  disk = undefined
  closeBucket()
}
