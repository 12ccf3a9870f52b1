// SVG as text. Everything that comes from people passes through `escapeXml`.

type Attributes = Readonly<Record<string, string | number | undefined>>

/** Two decimals are a fiftieth of a hairline; more would only make the file larger. */
const DECIMALS = 100

/** An element; attributes that are undefined are left out, numbers are rounded to hundredths. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  let open = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue
    const text = typeof value === 'number' ? String(Math.round(value * DECIMALS) / DECIMALS + 0) : escapeXml(value)
    open += ` ${key}="${text}"`
  }
  return children.length === 0 ? `${open}/>` : `${open}>${children.join('')}</${name}>`
}

/** Text as XML may hold it: controls, half surrogate pairs and non-characters out, markup escaped. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\n\t]|\p{Cs}|[\uFFFE\uFFFF]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
