import { isAlias, isCollection, isMap, isScalar, type Node, Scalar, visit } from 'yaml';
import { range } from '../base/position';
import { applyEdits, type TextEdit } from '../base/textEdit';
import { findFrontMatter, foreignLanguage } from './frontMatterBlock';
import { readFrontMatter } from './frontMatter';
import type { Holes } from './holes';
import type { NoteProblem } from './problem';
import { rangeIn } from './rangeIn';
import { FrontMatterFields, plainValue, textOfValue } from './templateValue';
import { parseYaml } from './yamlFields';
import { quotedToYaml, valueToYaml } from './yamlText';

/** A note with its values, or what keeps the template from making one. */
export type Filled = { readonly text: string } | { readonly problem: NoteProblem };

/**
 * Fills the holes of a note. In its front matter the YAML is read first, holes and all, and each value is then written as the
 * whole of what it is part of: a text stays one text, a list a list, whatever characters they hold. In comments a value stays
 * in its line. After the front matter values are text.
 * @param template for the place of a problem
 */
export function fillNote(rendered: string, holes: Holes, template: string): Filled {
  const block = findFrontMatter(rendered);
  const [start, end] = block?.closed ? [block.fields.start, block.fields.end] : [0, 0];
  const yaml = withLinesOfFields(rendered.slice(start, end), holes);
  const [head, rest] = [rendered.slice(0, start), rendered.slice(end)];
  const text = head + yaml + rest;
  const refused = (problem: NoteProblem): Filled => ({ problem: inTemplate(problem, text, template, holes) });
  const atLine = (line: number) => ({ severity: 'warning' as const, range: range(line, 0, line, 0) });
  const language = foreignLanguage(text);
  if (language !== undefined) return refused({ code: 'front-matter-language', language, ...atLine(0) });
  const { problem } = readFrontMatter(text);
  if (problem && problem.code !== 'front-matter-duplicate-field') return refused(problem);
  const filled = fillYaml(yaml, holes);
  if (typeof filled === 'string') return { text: head + filled + holes.fill(rest) };
  const line = rangeIn(text, { start, end: start + filled.wrongAt }).end.line;
  return refused({ code: 'template-value-misplaced', ...atLine(line) });
}

/** A line that is the hole of fields alone becomes a field, for which they are put in later. */
function withLinesOfFields(yaml: string, holes: Holes): string {
  const isFields = (line: string) => holes.only(line.trim())?.value instanceof FrontMatterFields;
  return yaml.replace(/^.*$/gm, (line) => (isFields(line) ? `${line.trimEnd()}:` : line));
}

/** YAML with its values, or the place of one that is in no value, key or comment. */
function fillYaml(yaml: string, holes: Holes): string | { readonly wrongAt: number } {
  const { contents } = parseYaml(yaml);
  const { edits, expected } = fillScalars(yaml, contents, holes);
  const isEdited = (at: number) => edits.some(({ start, end }) => start <= at && at < end);
  const left = holes.pieces(yaml).filter((piece) => 'value' in piece && !isEdited(piece.start));
  const inComments = left.map(({ start, end }) => {
    const newText = holes.fill(yaml.slice(start, end)).replace(/[\s\p{Cc}]+/gu, ' ');
    return { start, end, newText };
  });
  const filled = applyEdits(yaml, [...edits, ...inComments]);
  return isSame(leavesOf(filled), expected) ? filled : { wrongAt: left[0]?.start ?? 0 };
}

interface FilledScalars {
  readonly edits: readonly TextEdit[];
  /** All keys and values, in the order in which they stand, as they are to be read again. */
  readonly expected: readonly unknown[];
}

function fillScalars(yaml: string, contents: unknown, holes: Holes): FilledScalars {
  const edits: TextEdit[] = [];
  const expected: unknown[] = [];
  const stated = statedIn(contents);
  visit(contents as Node | null, {
    Pair(_, { key }) {
      const fields = isScalar(key) && typeof key.value === 'string' ? holes.only(key.value)?.value : undefined;
      if (!(fields instanceof FrontMatterFields)) return undefined;
      const written = fields.yaml(stated);
      edits.push(lineEdit(yaml, (key as Scalar).range![0], written));
      expected.push(...leavesOf(written));
      return visit.SKIP;
    },
    Collection: (_, node) => void expected.push(...marksOf(node)),
    Alias: (_, node) => void expected.push(...marksOf(node)),
    Scalar(key, node, path) {
      expected.push(...marksOf(node));
      if (typeof node.value !== 'string' || !holes.isIn(node.value)) return void expected.push(node.value);
      const isInFlow = path.some((above) => isCollection(above) && above.flow === true);
      const isWhole = node.type === Scalar.PLAIN && key !== 'key';
      const value = (isWhole && holes.only(node.value)) || { value: filledText(node, holes) };
      const plain = plainValue(value.value) ?? null;
      edits.push(scalarEdit(yaml, node, plain, !isWhole || isInFlow));
      expected.push(...[plain].flat(Infinity));
    },
  });
  return { edits, expected };
}

/** The text of a scalar with its values; the line break that ends a block of text does not belong to it. */
function filledText({ value, type }: Scalar, holes: Holes): string {
  const written = isBlock(type) ? String(value).replace(/\n+$/, '') : String(value);
  // What the filter `yaml` made is a value as any other, where it becomes part of a text.
  return holes.fill(written, (part) => textOfValue(plainValue(part)));
}

function scalarEdit(yaml: string, { range, type }: Scalar, value: unknown, isQuoted: boolean): TextEdit {
  const [start, valueEnd] = range!;
  const newText = typeof value === 'string' && isQuoted ? quotedToYaml(value) : valueToYaml(value);
  if (!isBlock(type)) return { start, end: valueEnd, newText };
  return { start, end: start + yaml.slice(start, valueEnd).trimEnd().length, newText };
}

function isBlock(type: Scalar['type']): boolean {
  return type === Scalar.BLOCK_FOLDED || type === Scalar.BLOCK_LITERAL;
}

/** Puts fields in the place of a line, as far indented as what was there; without fields the line goes. */
function lineEdit(yaml: string, at: number, fields: string): TextEdit {
  const start = yaml.lastIndexOf('\n', at) + 1;
  const newline = yaml.indexOf('\n', at);
  const end = newline < 0 ? yaml.length : newline;
  if (fields === '') return { start, end: Math.min(end + 1, yaml.length), newText: '' };
  return { start, end, newText: fields.replace(/^/gm, yaml.slice(start, at)) };
}

/** The fields that a template states itself. */
function statedIn(contents: unknown): Set<string> {
  const keys = isMap(contents) ? contents.items.map(({ key }) => (isScalar(key) ? String(key.value) : '')) : [];
  return new Set(keys);
}

/** The anchor, the alias and the tag of a node, in which nothing is ever filled. */
function marksOf(node: Node): string[] {
  const marks = isAlias(node) ? [node.source] : [node.anchor, node.tag];
  return marks.filter((mark) => mark !== undefined);
}

/** All marks, keys and values of YAML in the order in which they stand. */
function leavesOf(yaml: string): unknown[] {
  const { contents, errors } = parseYaml(yaml);
  if (errors.length > 0) return [errors];
  const leaves: unknown[] = [];
  visit(contents, { Node: (_, node) => void leaves.push(...marksOf(node), ...(isScalar(node) ? [node.value] : [])) });
  return leaves;
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, i) => Object.is(value, other[i]));
}

/** A problem of what a template made, at the line of the template that made it. */
function inTemplate(problem: NoteProblem, text: string, template: string, holes: Holes): NoteProblem {
  const line = text.split('\n')[problem.range.start.line] ?? '';
  const found = lineThatMakes(line, template);
  const place = range(found, 0, found, template.split('\n')[found]?.length ?? 0);
  const shown = 'reason' in problem ? { reason: withoutHoles(problem.reason, holes) } : {};
  return { ...problem, ...shown, severity: 'error', range: place };
}

/** The number of the line that can make a line, its values apart; of several the one that says most of it. */
function lineThatMakes(made: string, template: string): number {
  let best = { line: 0, length: -1 };
  for (const [line, text] of template.split('\n').entries()) {
    const parts = text.split(/\{\{.*?\}\}|\{%.*?%\}/);
    const pattern = new RegExp(`^${parts.map(escaped).join('.*')}$`);
    const length = parts.join('').length;
    if (length > best.length && pattern.test(made)) best = { line, length };
  }
  return best.line;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function withoutHoles(reason: string, holes: Holes): string {
  return holes
    .pieces(reason)
    .map((piece) => ('text' in piece ? piece.text : '…'))
    .join('');
}
