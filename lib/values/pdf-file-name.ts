/** The name under which a PDF is offered: it always ends in `.pdf`, so that no program opens it as something else. */
export const pdfFileName = (name: string): string => (/\.pdf$/i.test(name) ? name : `${name}.pdf`)
