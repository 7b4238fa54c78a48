import path from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { S3Driver } from 'flydrive/drivers/s3'
import { assertOutsideTransaction } from '@/db/transactions'
import { env } from '@/lib/env'
import { bucket, closeBucket } from './s3'

let disk: Disk | undefined

/** The folder that holds the files unless STORAGE=s3. */
export const folder = (): string => path.resolve(env().RETRATO_DATA, 'uploads')

/** The file storage, by key: a folder below RETRATO_DATA, or a bucket. @throws Error inside a transaction. */
export function storage(): Disk {
  assertOutsideTransaction('the file storage')
  return (disk ??= new Disk(env().STORAGE === 's3' ? inBucket() : inFolder()))
}

const inFolder = () => new FSDriver({ location: folder(), visibility: 'private' })

function inBucket() {
  const { client, name } = bucket()
  // The bucket's policy decides about access: many servers have no access lists.
  return new S3Driver({ client, bucket: name, visibility: 'private', supportsACL: false })
}

/** For tests that change the environment. */
export function closeStorage(): void {
  disk = undefined
  closeBucket()
}
