import { localNumber } from '../number';

/** A text with `{0}` filled in; a number is written in the user's way. */
export function filled(text: string, value: string | number): string {
  return text.replace('{0}', () => (typeof value === 'number' ? localNumber(value) : value));
}
