// What the XML Schema of XES (IEEE 1849) asks of a log: which elements lie where and in which order, and what their
// attributes look like. Each place that breaks a rule is named; none: the file is valid.
import type { XmlElement } from './parseXml.ts'

const ncName = /^[\p{L}_][\p{L}\p{N}_.-]*$/u
const name = /^[\p{L}_:][\p{L}\p{N}_:.-]*$/u
const token = /^(\S+( \S+)*)?$/
const anything = /^/

/** Values as their XML Schema types write them. */
const values: Readonly<Record<string, RegExp>> = {
  string: anything,
  date: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  int: /^[+-]?\d{1,18}$/,
  float: /^([+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|[+-]?INF|NaN)$/,
  boolean: /^(true|false|0|1)$/,
  id: anything,
}
const kinds = Object.keys(values)
const attributes = Object.fromEntries(kinds.map((kind) => [kind, { key: name, value: values[kind] ?? anything }]))

/** Attributes of each element, and its children group by group in this order. */
const shapes: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  ...attributes,
  log: { 'xes.version': /^[+-]?\d+(\.\d*)?$/, 'xes.features': token },
  extension: { name: ncName, prefix: ncName, uri: /^\S+$/ },
  global: { scope: ncName },
  classifier: { name: ncName, keys: token },
  trace: {},
  event: {},
}
const order: Readonly<Record<string, readonly (readonly string[])[]>> = {
  ...Object.fromEntries(kinds.map((kind) => [kind, [kinds]])),
  log: [['extension'], ['global'], ['classifier'], kinds, ['trace'], ['event']],
  extension: [],
  global: [kinds],
  classifier: [],
  trace: [kinds, ['event']],
  event: [kinds],
}

export function xesFaults(element: XmlElement, place = element.name): string[] {
  const shape = shapes[element.name]
  const groups = order[element.name]
  if (!shape || !groups) return [`${place}: unknown`]
  const written = Object.entries(element.attributes).flatMap(([key, value]) =>
    shape[key]?.test(value) ? [] : [`${place}: ${key}="${value}"`],
  )
  const missing = Object.keys(shape).flatMap((key) => (key in element.attributes ? [] : [`${place}: no ${key}`]))
  return [...written, ...missing, ...childFaults(element, groups, place)]
}

function childFaults(
  { children }: XmlElement,
  groups: readonly (readonly string[])[],
  place: string,
): readonly string[] {
  let reached = 0
  return children.flatMap((child, at) => {
    if (typeof child === 'string') return child.trim() === '' ? [] : [`${place}: text`]
    const group = groups.findIndex((names, index) => index >= reached && names.includes(child.name))
    if (group < 0) return [`${place}: ${child.name} does not belong here`]
    reached = group
    return xesFaults(child, `${place}/${child.name}[${at}]`)
  })
}
