// The colours of the design's tokens as plain values, for drawings made without a style sheet (SVG, PNG, print). The
// source is the client's tokens.css; a test compares the two.

export type ThemeName = 'light' | 'dark'

/** [light, dark] */
const tokens = {
  desk: ['#e9ecea', '#121616'],
  sheet: ['#fcfcfa', '#1b2020'],
  sunken: ['#f2f4f1', '#161a1a'],
  raised: ['#ffffff', '#262c2c'],
  overlay: ['#ffffff', '#222828'],
  ink: ['#1e2524', '#edf0ee'],
  'ink-2': ['#4a5452', '#bac3bf'],
  'ink-3': ['#5d6764', '#9ca6a2'],
  line: ['#dde1dc', '#333a3a'],
  'line-2': ['#c0c7c1', '#495252'],
  control: ['#7d8783', '#77827e'],
  primary: ['#17454f', '#a5d6dc'],
  'on-primary': ['#ffffff', '#0d2a30'],
  'primary-soft': ['#e0ecee', '#20383d'],
  'primary-hover': ['#0f343c', '#bfe4e8'],
  focus: ['#1a62cc', '#82b5ff'],
  'on-focus': ['#ffffff', '#0a1d3b'],
  'focus-soft': ['#e4edfb', '#1d2e48'],
  ok: ['#1c6542', '#87d3a6'],
  'ok-soft': ['#e1f1e7', '#1d3628'],
  warn: ['#744700', '#f1c679'],
  'warn-soft': ['#fff0d2', '#3c3018'],
  danger: ['#9c261b', '#ffa195'],
  'danger-soft': ['#fce6e2', '#44241f'],
  'dept-1': ['#0a4fb3', '#6c8afb'],
  'dept-1-on': ['#ffffff', '#141a1a'],
  'dept-1-soft': ['#e3ebf8', '#222b4a'],
  'dept-2': ['#df9a1d', '#efb463'],
  'dept-2-on': ['#141a1a', '#141a1a'],
  'dept-2-soft': ['#fbefd8', '#3d301a'],
  'dept-3': ['#5ee6c6', '#64f3cf'],
  'dept-3-on': ['#141a1a', '#141a1a'],
  'dept-3-soft': ['#dff8f1', '#17382f'],
  'dept-4': ['#7f3656', '#fd74b2'],
  'dept-4-on': ['#ffffff', '#141a1a'],
  'dept-4-soft': ['#f5e6ec', '#43223a'],
  'dept-5': ['#5db0f2', '#63b9fe'],
  'dept-5-on': ['#141a1a', '#141a1a'],
  'dept-5-soft': ['#e4f2fc', '#1c3447'],
  'dept-6': ['#f5dc45', '#fbf27a'],
  'dept-6-on': ['#141a1a', '#141a1a'],
  'dept-6-soft': ['#fbf6d6', '#3b3819'],
  'dept-7': ['#481705', '#b67f62'],
  'dept-7-on': ['#ffffff', '#141a1a'],
  'dept-7-soft': ['#f2e7e1', '#3a2b22'],
  'dept-8': ['#858988', '#666b76'],
  'dept-8-on': ['#141a1a', '#ffffff'],
  'dept-8-soft': ['#e9ebea', '#33383c'],
  pain: ['#fbe6e1', '#3a2628'],
  'pain-edge': ['#eebfb5', '#6a4341'],
  'pain-ink': ['#9c261b', '#ffb0a5'],
  gain: ['#dff0e3', '#213a2c'],
  'gain-edge': ['#b4d9bf', '#3a5f49'],
  'gain-ink': ['#1c6542', '#8fd9ad'],
  idea: ['#fdf1c4', '#403817'],
  'idea-edge': ['#e6d286', '#665a2a'],
  'idea-ink': ['#6b5200', '#f0d774'],
  question: ['#e7e6fa', '#2f2e4c'],
  'question-edge': ['#c6c3ee', '#4f4d79'],
  'question-ink': ['#4a3fa6', '#c3bdff'],
  quote: ['#edefeb', '#2d3333'],
  'quote-edge': ['#cfd5ce', '#4a5352'],
  'quote-ink': ['#4a5452', '#bac3bf'],
  'emo-n2': ['#a8321f', '#ff9380'],
  'emo-n2-soft': ['#f8ddd6', '#4a2620'],
  'emo-n1': ['#a0521a', '#f3ad78'],
  'emo-n1-soft': ['#fae9da', '#412e1f'],
  'emo-0': ['#5d6764', '#aab3af'],
  'emo-0-soft': ['#eceeeb', '#2c3232'],
  'emo-p1': ['#2b7468', '#7ccabb'],
  'emo-p1-soft': ['#dff0ec', '#1d3833'],
  'emo-p2': ['#0c5d50', '#4fd6bf'],
  'emo-p2-soft': ['#cfe9e3', '#143d36'],
  'heat-0': ['#f4f6f4', '#202626'],
  'heat-1': ['#dde9eb', '#24363a'],
  'heat-2': ['#b9d3d8', '#2d4d54'],
  'heat-3': ['#5c929c', '#6fa6b0'],
  'heat-4': ['#17454f', '#a5d6dc'],
  'heat-3-on': ['#06191d', '#06191d'],
  'heat-4-on': ['#ffffff', '#0d2a30'],
} as const satisfies Record<string, readonly [string, string]>

export type TokenName = keyof typeof tokens

export const tokenNames = Object.keys(tokens) as readonly TokenName[]

/** A token's colour as `#rrggbb`. */
export function colorOf(theme: ThemeName, token: TokenName): string {
  return tokens[token][theme === 'light' ? 0 : 1]
}

/** The band of the emotion curve is the product colour, let through this much (`--band`). */
export const bandOpacity: Readonly<Record<ThemeName, number>> = { light: 0.13, dark: 0.16 }
/** Outline of department marks: ink on light, black on dark (`.mark .shape`). */
export const markOutline: Readonly<Record<ThemeName, { readonly color: string; readonly opacity: number }>> = {
  light: { color: '#1e2524', opacity: 0.35 },
  dark: { color: '#000000', opacity: 0.4 },
}
/** Shadow of things that lie on the sheet (`--sh-1`), as one offset shape. */
export const lyingShadow: Readonly<Record<ThemeName, { readonly color: string; readonly opacity: number }>> = {
  light: { color: '#1e2524', opacity: 0.07 },
  dark: { color: '#000000', opacity: 0.35 },
}
