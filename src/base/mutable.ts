/** What is being made: the same fields, not yet read-only. */
export type Mutable<T> = { -readonly [Field in keyof T]: T[Field] };
