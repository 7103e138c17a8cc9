/** What a source gives to the others of its format, and needs of them: names with values that only the format understands. */
export interface SourceContext {
  readonly offered: readonly (readonly [name: string, value: string])[];
  /** The names that it uses and does not offer itself. */
  readonly wanted: readonly string[];
}

/** What the other sources of a format offer, by name. */
export type ContextValues = ReadonlyMap<string, string>;

export const NO_CONTEXT: ContextValues = new Map();

/** What a source wants as it is given, in a form that can be compared. */
export function wantedValues({ wanted }: SourceContext, given: ContextValues): string {
  return JSON.stringify(wanted.map((name) => given.get(name) ?? null));
}
