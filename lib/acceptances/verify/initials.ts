/** `Maria Clara Antunes` → `Maria C. A.`: enough to recognise a known person, but not a full name. */
export function initialsOf(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/)
  return [first, ...rest.map((word) => `${word.slice(0, 1).toUpperCase()}.`)].join(' ')
}
