// The browser's own list: works by keyboard, touch and screen reader as everywhere. Without a label; that is the caller's.
interface SelectProps<Value extends string | null> {
  /** What a label elsewhere points at. */
  id?: string
  className?: string
  /** The empty line, where there is one, is the option whose value is null. */
  options: readonly { readonly value: Value; readonly label: string }[]
  value: Value
  onValue: (value: Value) => void
}

export function Select<Value extends string | null>({ options, value, onValue, ...rest }: SelectProps<Value>) {
  return (
    <select
      {...rest}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = options.find((option) => (option.value ?? '') === event.target.value)
        if (chosen) onValue(chosen.value)
      }}
    >
      {options.map((option) => (
        <option key={option.value ?? ''} value={option.value ?? ''}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
