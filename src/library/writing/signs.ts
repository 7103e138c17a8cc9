import type { CslName } from '../model/csl';
import { fullName } from '../model/display';

/** Whether a value says nothing. */
export function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The characters of a value, without white space and without what tells its parts apart; a name as people read it. */
export function signs(value: unknown): string {
  if (isNothing(value)) return '';
  if (Array.isArray(value)) return value.map(signs).join(' ');
  if (typeof value !== 'object' || value === null)
    return textSigns(typeof value === 'string' ? value : `${value as number}`);
  if ('date-parts' in value) return signs(value['date-parts']);
  if ('family' in value || 'literal' in value || 'given' in value) return signs(fullName(value as CslName));
  return JSON.stringify(value);
}

function textSigns(text: string): string {
  return text.normalize('NFC').replace(/[\s\p{Cc}]+/gu, '');
}
