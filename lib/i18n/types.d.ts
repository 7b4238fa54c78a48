import type { Messages as AllMessages } from './messages'

declare module 'use-intl/core' {
  interface AppConfig {
    Messages: AllMessages
  }
}
