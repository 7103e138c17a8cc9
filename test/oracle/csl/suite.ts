import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CiteprocCitation, CiteprocItem } from 'citeproc';
import { StyleEngine, type Locales } from '../../../src/citations/csl/engine';
import { writeRuns } from '../../../src/citations/csl/output';
import { type Run, runsOf } from '../../../src/citations/csl/runs';
import type { CslItem } from '../../../src/library/model/csl';

/** A test of the CSL test suite: items, a style, and how citations of them or the list read. */
export interface Fixture {
  readonly name: string;
  readonly mode: string;
  /** HTML as citeproc writes it. */
  readonly result: string;
  readonly csl: string;
  readonly input: readonly CslItem[];
  /** Undefined where all items are cited together, in the order of the list. */
  readonly citations: readonly CiteprocCitation[] | undefined;
  /** Whether they are those of a document. */
  readonly isWritten: boolean;
}

/** The tests of a folder, in the form of the suite: parts between `>>=== NAME ===>>` and `<<=== NAME ===<<`. */
export function fixturesOf(folder: string): Fixture[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.map((name) => fixture(name.replace(/\.txt$/, ''), readFileSync(join(folder, name), 'utf8')));
}

function fixture(name: string, text: string): Fixture {
  const parts = new Map<string, string>();
  for (const [, part, content] of text.matchAll(/>>=+ ([A-Z0-9-]+) =+>>\r?\n([\s\S]*?)(?:\r?\n)?<<=+ \1 =+<</g))
    parts.set(part, content);
  const part = (wanted: string) => parts.get(wanted) ?? '';
  const json = (wanted: string): unknown => (parts.has(wanted) ? JSON.parse(part(wanted)) : undefined);
  const input = json('INPUT') as CslItem[];
  const items = json('CITATION-ITEMS') as CiteprocItem[][] | undefined;
  const sequence = json('CITATIONS') as SequenceStep[] | undefined;
  return {
    name,
    mode: part('MODE').trim(),
    result: part('RESULT'),
    csl: part('CSL'),
    input,
    isWritten: sequence !== undefined,
    citations: sequence ? lastDocument(sequence) : items?.map(cited),
  };
}

type Place = readonly [id: string, note: number];
/** Tests leave properties out where they do not matter. */
type StatedCitation = Omit<CiteprocCitation, 'properties'> & Partial<Pick<CiteprocCitation, 'properties'>>;
type SequenceStep = readonly [citation: StatedCitation, before: readonly Place[], after: readonly Place[]];

function cited(citationItems: CiteprocItem[], at: number): CiteprocCitation {
  return { citationID: `c${at}`, citationItems, properties: { noteIndex: 0 } };
}

/** The citations of a document that was written step by step, in their order at its end. */
function lastDocument(steps: readonly SequenceStep[]): CiteprocCitation[] {
  const byId = new Map(steps.map(([citation]) => [citation.citationID, citation]));
  const [last, before, after] = steps[steps.length - 1];
  const own: Place = [last.citationID, last.properties?.noteIndex ?? 0];
  return [...before, own, ...after].flatMap(([id, noteIndex]) => {
    const citation = byId.get(id);
    return citation ? [{ ...citation, properties: { ...citation.properties, noteIndex } }] : [];
  });
}

/** What a test expects, and what we make of it, each citation or reference on a line. */
export function outcome(
  { mode, result, csl, input, citations, isWritten }: Fixture,
  locales: Locales,
): { readonly expected: string; readonly made: string } {
  const engine = new StyleEngine(csl, locales, undefined);
  const ids = new Map(input.map((item) => [String(item.id), engine.idOf(item)]));
  const all = [...new Set(ids.values())];
  const withIds = (items: readonly CiteprocItem[]) =>
    items.map((item) => ({ ...item, id: ids.get(String(item.id)) ?? '' }));
  const document = citations
    ? citations.map((citation) => ({
        ...citation,
        citationItems: withIds(citation.citationItems),
      }))
    : [cited(listed(engine, all), 0)];
  if (mode === 'bibliography') {
    const entries = [
      ...result.matchAll(/<div class="csl-entry">([\s\S]*?)<\/div>\s*(?=<div class="csl-entry">|<\/div>\s*$)/g),
    ].map(([, entry]) => runsOf(entry));
    const made = (isWritten ? engine.document(document, []).references : engine.references(all)).map(
      ({ runs }) => runs,
    );
    return { expected: lines(entries), made: lines(made) };
  }
  const made = engine.document(document, []).citations.map(({ runs }) => runs);
  const expected = runsOf(result.replace(/^(?:>>|\.\.)\[\d+\] /gm, ''));
  return { expected: lines([expected]), made: lines(made) };
}

/** Items in the order of the list; as they come where the style has none. */
function listed(engine: StyleEngine, ids: readonly string[]): CiteprocItem[] {
  const list = engine.references(ids).map(({ id }) => ({ id }));
  return list.length > 0 ? list : ids.map((id) => ({ id }));
}

function lines(all: readonly (readonly Run[])[]): string {
  return all.map((runs) => writeRuns(runs, 'html')).join(' ');
}
