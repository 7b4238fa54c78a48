'use client'

import { createContext, type ReactNode } from 'react'

export type Failing = { title: string; text: string; retry: string; home: string }

/** What the error page says. Given by the layout: an error page gets nothing from the server. */
export const FailureContext = createContext<Failing | null>(null)

export function FailureTexts({ value, children }: { value: Failing; children: ReactNode }) {
  return <FailureContext value={value}>{children}</FailureContext>
}
