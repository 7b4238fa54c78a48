import type { formatsOf } from './formats'
import type { Messages as AllMessages } from './messages'

declare module 'use-intl/core' {
  interface AppConfig {
    Messages: AllMessages
    Formats: ReturnType<typeof formatsOf>
  }
}
