'use client'

import { createContext } from 'react'

/** What a form says when the portal cannot be reached. The layout provides it, since client components hold no messages. */
export const SendFailureTexts = createContext<{ text: string; close: string } | null>(null)
