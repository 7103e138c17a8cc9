import { citekeyIn } from './claims';
import { applyEdits } from '../base/textEdit';
import { DEFAULT_TEMPLATE } from './defaultTemplate';
import { setField } from './edit';
import { type FieldNames, OUR_NAMES } from './fieldNames';
import { readFrontMatter } from './frontMatter';
import { renderWithHoles } from './liquid';
import type { NoteProblem } from './problem';
import { type Filled, fillNote } from './templateFrontMatter';
import { type NoteValues, templateScope } from './values';
import { fieldsToYaml } from './yamlText';

/** The text of a new note, whose lines end in `\n`, or what is wrong with the template: the range is that in the template. */
export type RenderedNote =
  | { readonly text: string; readonly problem?: undefined }
  | { readonly text?: undefined; readonly problem: NoteProblem };

/**
 * Renders a paper's note by a Liquid template, or by the built-in one where there is none. Whatever the template is, the
 * front matter of the note states the citekey; whatever the values are, it is read again with just these. Never throws.
 */
export function renderNote(
  template: string | undefined,
  values: NoteValues,
  names: FieldNames = OUR_NAMES,
): RenderedNote {
  const rendered = render(template ?? DEFAULT_TEMPLATE, values, names);
  if ('text' in rendered) return { text: withCitekey(unixLines(rendered.text), values.citekey, names) };
  // The built-in template can only fail by its limits: an abstract of many megabytes, say.
  if (template !== undefined || values.abstract === undefined) return rendered;
  return renderNote(undefined, { ...values, abstract: undefined }, names);
}

function render(template: string, values: NoteValues, names: FieldNames): Filled {
  const lines = unixLines(template);
  const rendered = renderWithHoles(lines, templateScope(values, names));
  return 'problem' in rendered ? rendered : fillNote(rendered.text, rendered.holes, lines);
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
