'use client'

import { createContext } from 'react'

/** The message that a form shows when it cannot reach the portal. The layout provides it, because client components do not import messages. */
export const SendFailureTexts = createContext<{ text: string; close: string } | null>(null)
