import { EDITABLE_FIELDS } from '../../library/writing/editableField';
import { ACTIONS, type FromDetails } from './messages';

/** Longer texts are no field of a paper. */
const LONGEST = 1_000_000;

/** A message of the page, or undefined if it is not one. */
export function parseFromDetails(message: unknown): FromDetails | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const said = message as Readonly<Record<string, unknown>>;
  const { type, citekey } = said;
  if (typeof citekey !== 'string') return undefined;
  switch (type) {
    case 'action': {
      const action = ACTIONS.find((one) => one === said.action);
      return action && { type, citekey, action };
    }
    case 'search':
    case 'filter':
      return isText(said.query) ? { type, citekey, query: said.query } : undefined;
    case 'file':
    case 'cited':
    case 'problem':
      return isIndex(said.index) ? { type, citekey, index: said.index } : undefined;
    case 'places':
      return isIndex(said.many) ? { type, citekey, many: said.many } : undefined;
    case 'fix':
      return isIndex(said.index) && isIndex(said.fix) ? { type, citekey, index: said.index, fix: said.fix } : undefined;
    case 'show':
    case 'back':
      return isText(said.other) ? { type, citekey, other: said.other } : undefined;
    case 'edit':
    case 'save': {
      const field = EDITABLE_FIELDS.find((one) => one === said.field);
      if (!field) return undefined;
      if (type === 'edit') return { type, citekey, field };
      return isText(said.text) ? { type, citekey, field, text: said.text } : undefined;
    }
    case 'status':
      return isText(said.status) ? { type, citekey, status: said.status } : undefined;
    case 'rating':
      return typeof said.rating === 'number' ? { type, citekey, rating: said.rating } : undefined;
    case 'tag': {
      const { tag, isOn } = said;
      return isText(tag) && typeof isOn === 'boolean' ? { type, citekey, tag, isOn } : undefined;
    }
    default:
      return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST;
}

function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
