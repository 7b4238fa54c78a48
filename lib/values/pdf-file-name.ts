/** Returns the name for a downloaded PDF. It always ends in `.pdf`, so that the right program opens it. */
export const pdfFileName = (name: string): string => (/\.pdf$/i.test(name) ? name : `${name}.pdf`)
