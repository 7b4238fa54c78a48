/** A PDF within a page. No sandbox: browsers' own readers do not run in one; the file comes from this portal, and its policy lets nobody else frame it. */
export const PdfFrame = ({ src, title }: { src: string; title: string }) => (
  <iframe className="pdf-frame" src={src} title={title} loading="lazy" />
)
