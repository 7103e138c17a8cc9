import type { TextEdit } from '../base/textEdit';
import { findFrontMatter } from './frontMatterBlock';
import { FRONT_MATTER_LIMIT } from './frontMatter';
import { readSimpleFields } from './simpleFields';
import { fieldsToYaml, type FieldValue, valueToYaml } from './yamlText';

/**
 * The edit that sets a field of front matter as nearly all notes have it: in the place of its value in one line, or in a line
 * after the others. It is what a parser of YAML would come to, in a small part of the time; undefined where one is needed.
 */
export function simpleEdit(text: string, field: string, value: FieldValue): TextEdit | undefined {
  const block = findFrontMatter(text);
  if (!block?.closed || block.fields.end - block.fields.start > FRONT_MATTER_LIMIT) return undefined;
  const { start, end } = block.fields;
  const yaml = text.slice(start, end);
  const simple = readSimpleFields(yaml);
  if (!simple || Array.isArray(value)) return undefined;
  const place = simple.values.get(field);
  if (!place) {
    const lineEnd = text[text.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
    return { start: end, end, newText: lineEnd + fieldsToYaml({ [field]: value }) };
  }
  const isInOneLine = !yaml.slice(place.start, place.end).includes('\n') && !startsLine(yaml, place.start);
  if (!isInOneLine) return undefined;
  return { start: start + place.start, end: start + place.end, newText: valueToYaml(value) };
}

/** Whether only blanks stand before an offset in its line, as before an item of a list. */
function startsLine(yaml: string, offset: number): boolean {
  return /(?:^|\n)[ ]*$/.test(yaml.slice(Math.max(0, offset - 100), offset));
}
