// The library for slides writes a few things where the schema of the format (ISO/IEC 29500-4) has no place for them.
// Lenient programs skip them; strict ones offer to repair the file, which frightens whoever gets it.

/** Properties of a paragraph stand once, before its first run; the library repeats them before every run. */
const repeatedProperties = /(<\/a:r>|<a:br\/>)<a:pPr\b(?:[^>]*\/>|.*?<\/a:pPr>)/gs

/** The master of notes is named before the slides. */
const slidesBeforeNotes = /(<p:sldIdLst>.*?<\/p:sldIdLst>)(<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>)/s

/** A line chart says first how its lines go together and how points look, has no bars to invert and no third axis. */
const lineChart = /<c:lineChart>.*?<\/c:lineChart>/gs
function mendLineChart(xml: string): string {
  let axes = 0
  return xml
    .replace(/<c:lineChart>(?!<c:grouping)/, '<c:lineChart><c:grouping val="standard"/>')
    .replaceAll(/<c:invertIfNegative\b[^>]*\/>/g, '')
    .replaceAll(/(<c:dLbls>.*?<\/c:dLbls>)(<c:marker>.*?<\/c:marker>)/gs, '$2$1')
    .replaceAll(/<c:axId\b[^>]*\/>/g, (axis) => (++axes > 2 ? '' : axis))
}

/** One part of a deck as the schema wants it. `xml` is what the library wrote: words of people are escaped in it. */
export function mendPart(name: string, xml: string): string {
  if (name === 'ppt/presentation.xml') return xml.replace(slidesBeforeNotes, '$2$1')
  if (name.startsWith('ppt/slides/slide')) return xml.replaceAll(repeatedProperties, '$1')
  if (name.startsWith('ppt/charts/chart')) return xml.replaceAll(lineChart, mendLineChart)
  return xml
}
