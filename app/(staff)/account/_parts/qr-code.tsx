import QRCode from 'qrcode'

/** The white border that readers need, in modules (ISO/IEC 18004). */
const BORDER = 4

/** Draws a text as a QR code: dark modules on white in either theme, because many readers refuse light ones on dark. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = QRCode.create(text).modules
  const dark = [...data.keys()].filter((at) => data[at])
  const path = dark.map((at) => `M${at % size} ${Math.floor(at / size)}h1v1h-1z`).join('')
  const side = size + 2 * BORDER
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-BORDER} ${-BORDER} ${side} ${side}`}
      width={220}
      height={220}
      shapeRendering="crispEdges"
      className="mb-3"
    >
      <rect x={-BORDER} y={-BORDER} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
