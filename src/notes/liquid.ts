import { Liquid, LiquidError } from 'liquidjs';
import { range } from '../base/position';
import { escapeMarkdown, quoteMarkdown } from '../base/markdown';
import { reasonOf } from '../base/reason';
import type { NoteProblem } from './problem';
import { rangeIn } from './rangeIn';
import { valueToYaml } from './yamlText';

/** What a template made, or why it did not: the range is that in the template. */
export type Rendered = { readonly text: string } | { readonly problem: NoteProblem };

/** Characters of a template, milliseconds of a rendering, and units of memory that one may take. */
const LIMITS = { parseLimit: 100_000, renderLimit: 250, memoryLimit: 5_000_000 };

let engine: Liquid | undefined;

/**
 * Renders a Liquid template. It sees the own properties of the values and nothing else; there are no files for it to
 * include. Besides Liquid's filters there are `md` (as plain text in Markdown), `quote` (as a block quote) and `yaml` (as a
 * YAML value of one line). Never throws.
 */
export function renderLiquid(template: string, values: object): Rendered {
  try {
    return { text: String(liquid().parseAndRenderSync(template, values)) };
  } catch (error) {
    return { problem: templateError(template, error) };
  }
}

function liquid(): Liquid {
  if (engine) return engine;
  engine = new Liquid({ ...LIMITS, ownPropertyOnly: true, strictFilters: true, templates: {} });
  engine.registerFilter('md', (value: unknown) => escapeMarkdown(textOf(value)));
  engine.registerFilter('quote', (value: unknown) => quoteMarkdown(textOf(value)));
  engine.registerFilter('yaml', valueToYaml);
  useLocalDays(engine);
  return engine;
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

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

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
