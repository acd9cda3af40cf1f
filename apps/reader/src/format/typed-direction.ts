/** The direction of a field by what is typed in it; an empty one, whose placeholder is the interface's, keeps the interface's. */
export function typedDirection(typed: string): 'auto' | undefined {
  return typed === '' ? undefined : 'auto'
}
