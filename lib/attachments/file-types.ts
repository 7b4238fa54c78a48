import type { ATTACHMENT_TYPES } from '@/db/schema/attachments'

export type FileType = (typeof ATTACHMENT_TYPES)[number]

type TypeFacts = {
  mediaType: string
  /** Without the dot. A renamed file gets the first one. */
  extensions: readonly string[]
  /** The media type for viewing it inside the browser; absent if it can only be downloaded. */
  viewedAs?: string
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** The accepted types. Browsers show a CSV file only as plain text. */
export const FILE_TYPES: Record<FileType, TypeFacts> = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'], viewedAs: 'application/pdf' },
  png: { mediaType: 'image/png', extensions: ['png'], viewedAs: 'image/png' },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jfif'], viewedAs: 'image/jpeg' },
  webp: { mediaType: 'image/webp', extensions: ['webp'], viewedAs: 'image/webp' },
  gif: { mediaType: 'image/gif', extensions: ['gif'], viewedAs: 'image/gif' },
  text: { mediaType: 'text/plain', extensions: ['txt', 'text', 'log'], viewedAs: 'text/plain' },
  csv: { mediaType: 'text/csv', extensions: ['csv'], viewedAs: 'text/plain' },
  docx: { mediaType: `${OFFICE}.wordprocessingml.document`, extensions: ['docx'] },
  xlsx: { mediaType: `${OFFICE}.spreadsheetml.sheet`, extensions: ['xlsx'] },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  ogg: { mediaType: 'audio/ogg', extensions: ['ogg', 'oga', 'opus'] },
  mp3: { mediaType: 'audio/mpeg', extensions: ['mp3'] },
  m4a: { mediaType: 'audio/mp4', extensions: ['m4a'] },
}

export const isImage = (type: FileType): boolean => FILE_TYPES[type].mediaType.startsWith('image/')

/** For the `accept` attribute of the file input. */
export const ACCEPTED = Object.values(FILE_TYPES)
  .flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`))
  .join(',')
