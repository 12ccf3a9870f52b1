/** Browsers read the file after the click, some of them after having asked where to put it. */
const KEPT_MS = 120_000

/** Gives a file to the browser, to be saved under this name; '' lets the browser choose one. */
export function handOverFile(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS)
}
