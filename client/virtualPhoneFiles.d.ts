declare module 'virtual:phone-files' {
  /** Addresses of the phone's program; null in development, where it is not built. */
  export const phoneFiles: {
    readonly script: string
    /** What the script imports. */
    readonly preload: readonly string[]
    readonly styles: readonly string[]
  } | null
}
