/**
 * A PDF inside a page. Without a sandbox, because the browsers' PDF viewers do not run in one. The file is the portal's
 * own, and its policy forbids other sites to frame it.
 */
export const PdfFrame = ({ src, title }: { src: string; title: string }) => (
  <iframe className="pdf-frame" src={src} title={title} loading="lazy" />
)
