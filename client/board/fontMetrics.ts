// Widths of the shipped font's characters, for laying the map out in the browser. Belongs to the board's route: the
// table is some tens of kilobytes and no other page needs it.
import data from 'virtual:font-metrics'
import { createFontMetrics } from '../../shared/layout/FontMetrics.ts'

export const fontMetrics = createFontMetrics(data)
