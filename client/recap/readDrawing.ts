// The server's drawing as nodes of this page. It is our own and holds no script; it also holds what people wrote, so what
// could do something is not let in even if the escaping failed one day.

const harmless: ReadonlySet<string> = new Set(
  'svg title desc g rect circle ellipse line path polygon polyline text tspan image defs clipPath marker pattern use linearGradient stop'.split(
    ' ',
  ),
)

/** Null if it is no drawing, or one with anything in it that a drawing of ours does not have. */
export function readDrawing(svg: string): SVGSVGElement | null {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
  if (!(root instanceof SVGSVGElement)) return null
  for (const element of [root, ...root.querySelectorAll('*')]) if (!isHarmless(element)) return null
  return document.importNode(root, true)
}

function isHarmless(element: Element): boolean {
  if (!harmless.has(element.localName)) return false
  return [...element.attributes].every(({ localName, value }) => {
    if (localName.startsWith('on')) return false
    return localName !== 'href' || value.startsWith('#') || value.startsWith('data:image/')
  })
}
