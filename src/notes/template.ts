import { applyEdits } from '../base/textEdit';
import { DEFAULT_TEMPLATE } from './defaultTemplate';
import { setField } from './edit';
import { type FieldNames, OUR_NAMES } from './fieldNames';
import { readFrontMatter } from './frontMatter';
import { renderLiquid } from './liquid';
import { citekeyIn } from './note';
import type { NoteProblem } from './problem';
import { type NoteValues, templateScope } from './values';
import { fieldsToYaml } from './yamlText';

/** The text of a new note. Lines end in `\n`. */
export interface RenderedNote {
  readonly text: string;
  /** What is wrong with the user's template; the text then is that of the built-in one. */
  readonly problem?: NoteProblem;
}

/**
 * Renders a paper's note by a Liquid template, or by the built-in one where there is none. Whatever the template is, the
 * front matter of the note states the citekey. Never throws.
 */
export function renderNote(
  template: string | undefined,
  values: NoteValues,
  names: FieldNames = OUR_NAMES,
): RenderedNote {
  const scope = templateScope(values, names);
  const own = template === undefined ? undefined : renderLiquid(unixLines(template), scope);
  if (own && 'text' in own) return { text: withCitekey(own.text, values.citekey, names) };
  const builtIn = renderLiquid(DEFAULT_TEMPLATE, scope);
  // The built-in template can only fail by its limits: an abstract of many megabytes, say.
  const text = 'text' in builtIn ? builtIn.text : '';
  return { text: withCitekey(text, values.citekey, names), problem: own?.problem };
}

function withCitekey(text: string, citekey: string, names: FieldNames): string {
  const states = (note: string) => citekeyIn(readFrontMatter(note).data, names) === citekey.normalize('NFC');
  if (states(text)) return text;
  const edited = applyEdits(text, setField(text, names.citekey, citekey).edits);
  if (states(edited)) return edited;
  // Broken YAML, or another language. A line at the top of the former is found again all the same.
  const field = `${fieldsToYaml({ [names.citekey]: citekey })}\n`;
  const inside = text.replace(/^---\n/, () => `---\n${field}`);
  return states(inside) ? inside : `---\n${field}---\n\n${text}`;
}

function unixLines(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}
