import path from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { env } from '@/lib/env'

let disk: Disk | undefined

/** Where uploaded files are kept: a folder below RETRATO_DATA, by key. */
export const storage = (): Disk =>
  (disk ??= new Disk(new FSDriver({ location: path.resolve(env().RETRATO_DATA, 'uploads'), visibility: 'private' })))
