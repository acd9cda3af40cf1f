/** A choice between a few views, as one row of buttons. */
export function Switcher<T extends string>({
  label,
  value,
  choices,
  change,
}: {
  label: string
  value: T
  choices: readonly (readonly [T, string])[]
  change: (value: T) => void
}) {
  return (
    <div class="switcher" role="group" aria-label={label}>
      {choices.map(([choice, text]) => (
        <button key={choice} type="button" aria-pressed={choice === value} onClick={() => change(choice)}>
          {text}
        </button>
      ))}
    </div>
  )
}
