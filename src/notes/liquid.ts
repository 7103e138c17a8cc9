import { CaptureTag, type Context, Liquid, LiquidError, type Template } from 'liquidjs';
import { range } from '../base/position';
import { escapeMarkdown, quoteMarkdown } from '../base/markdown';
import { reasonOf } from '../base/reason';
import { Holes } from './holes';
import { obsidianTags } from './obsidianTags';
import type { NoteProblem } from './problem';
import { rangeIn } from './rangeIn';
import { textOfValue, YamlValue } from './templateValue';

/** What a template made, or why it did not: the range is that in the template. */
export type Rendered = { readonly text: string } | { readonly problem: NoteProblem };

/** What a template made, with holes where it writes values. */
export type RenderedWithHoles = { readonly text: string; readonly holes: Holes } | { readonly problem: NoteProblem };

/** Characters of a template, milliseconds of a rendering, and units of memory that one may take. */
const LIMITS = { parseLimit: 100_000, renderLimit: 250, memoryLimit: 5_000_000 };

/** Under this the holes of a rendering are known to the engine; templates cannot name it. */
const HOLES = Symbol('holes');

let engine: Liquid | undefined;

/** Renders a Liquid template as text (`renderWithHoles`). */
export function renderLiquid(template: string, values: object): Rendered {
  const rendered = renderWithHoles(template, values);
  return 'problem' in rendered ? rendered : { text: rendered.holes.fill(rendered.text) };
}

/**
 * Renders a Liquid template. It sees the own properties of the values and nothing else; there are no files for it to
 * include. Besides Liquid's filters there are `md` (as plain text in Markdown), `quote` (as a block quote) and `yaml` (as a
 * YAML value of one line) and `tags` (words as tags that Obsidian takes). Never throws.
 */
export function renderWithHoles(template: string, values: object): RenderedWithHoles {
  const holes = new Holes();
  try {
    const text: unknown = liquid().renderSync(parsed(template), values, { globals: { [HOLES]: holes } });
    return { text: String(text), holes };
  } catch (error) {
    return { problem: templateError(template, error) };
  }
}

/** A template as the engine has it. The last ones are kept: notes that are made together have the same. */
function parsed(template: string): Template[] {
  const known = PARSED.get(template);
  if (known) return known;
  const fresh = liquid().parse(template);
  if (PARSED.size >= KEPT) PARSED.clear();
  PARSED.set(template, fresh);
  return fresh;
}

/** So many templates are kept: of file names and of notes. */
const KEPT = 4;
const PARSED = new Map<string, Template[]>();

function liquid(): Liquid {
  if (engine) return engine;
  engine = new Liquid({
    ...LIMITS,
    ownPropertyOnly: true,
    strictFilters: true,
    templates: {},
    // Every value that is written passes here, whatever filters it went through: nothing is raw.
    outputEscape: function (this: { context: Context }, value: unknown) {
      return value === undefined || value === null ? '' : holesOf(this.context).hold(value);
    },
  });
  engine.registerFilter('md', (value: unknown) => escapeMarkdown(textOfValue(value)));
  engine.registerFilter('quote', (value: unknown) => quoteMarkdown(textOfValue(value)));
  engine.registerFilter('yaml', (value: unknown) => new YamlValue(value));
  engine.registerFilter('tags', (value: unknown) => obsidianTags([value].flat().map(textOfValue)));
  engine.registerFilter('raw', (value: unknown) => value);
  engine.registerTag('capture', FilledCapture);
  useLocalDays(engine);
  return engine;
}

/** What a template captures is text that it may look at: the values are in it. */
class FilledCapture extends CaptureTag {
  override *render(context: Context): Generator<unknown, void, string> {
    yield* super.render(context);
    const scope = context.bottom() as Record<string, unknown>;
    const captured = scope[this.variable];
    if (typeof captured === 'string') scope[this.variable] = holesOf(context).fill(captured);
  }
}

function holesOf({ globals }: Context): Holes {
  return (globals as { [HOLES]: Holes })[HOLES];
}

/** A date without a time is the user's day in every time zone; JavaScript takes it for midnight in Greenwich. */
function useLocalDays(liquid: Liquid): void {
  for (const name of ['date', 'date_to_string', 'date_to_long_string', 'date_to_xmlschema', 'date_to_rfc822']) {
    const filter = liquid.filters[name];
    if (typeof filter !== 'function') continue;
    liquid.registerFilter(name, function (value: unknown, ...more: unknown[]) {
      const local = typeof value === 'string' && DAY.test(value) ? `${value.trim()}T00:00:00` : value;
      return filter.call(this, local, ...more) as unknown;
    });
  }
}

const DAY = /^\s*\d{4}-\d{2}-\d{2}\s*$/;

function templateError(template: string, error: unknown): NoteProblem {
  const place = LiquidError.is(error) ? error.token : undefined;
  return {
    code: 'template-error',
    severity: 'error',
    range: place ? rangeIn(template, { start: place.begin, end: place.end }) : range(0, 0, 0, 0),
    reason: wordsOf(error),
  };
}

/** The engine's words without the place, which the problem has as a range. */
function wordsOf(error: unknown): string {
  const { originalError } = error as { originalError?: unknown };
  return reasonOf(originalError ?? error).replace(/, line:\d+, col:\d+$/, '');
}
