declare module 'virtual:font-metrics' {
  import type { FontMetricsData } from '../../shared/layout/FontMetrics.ts'
  const data: FontMetricsData
  export default data
}
