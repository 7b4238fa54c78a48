/** `Maria Clara Antunes` → `Maria C. A.`: enough for who knows the person, and no name for who does not. */
export function initialsOf(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/)
  return [first, ...rest.map((word) => `${word.slice(0, 1).toUpperCase()}.`)].join(' ')
}
