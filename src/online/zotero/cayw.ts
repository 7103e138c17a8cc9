import { list, members, text } from '../shape';
import type { LocalAnswer, LocalConnection } from './connection';
import { LocalFailure } from './failure';
import type { LocalServerId } from './followed';

/** A paper that was picked, with what was said of it, as plain text. */
export interface PickedItem {
  readonly key: string;
  readonly prefix?: string;
  /** With its label: `pp. 3-5`. */
  readonly locator?: string;
  readonly suffix?: string;
  readonly suppressAuthor?: boolean;
}

/** What was picked: nothing; items; or a citation as Pandoc writes it, from programs that tell no more. */
export type Picked = { readonly items: readonly PickedItem[] } | { readonly citation: string };

/** People may look for a paper for so long, in milliseconds. */
const PATIENCE = 15 * 60_000;

const QUERY = { format: 'pandoc', brackets: 'true' };

const PATH = '/better-bibtex/cayw';

/**
 * Who has a window to pick papers in: Zotero by its plug-in Better BibTeX ("cite as you write"), or JabRef, which offers it, too. Asking
 * opens no window. Rejects with a `LocalFailure`, `too-old` where Zotero lacks the plug-in.
 */
export async function pickerOf(program: LocalConnection, signal: AbortSignal): Promise<LocalServerId> {
  const answer = await program.send({ path: PATH, query: { probe: 'probe' } }, signal);
  if (answer.status === 404) {
    // Another program has no such window either, but that is another sentence.
    await program.version(signal);
    throw new LocalFailure('too-old', { status: 404 });
  }
  return answer.header('x-zotero-version') === undefined ? 'jabref' : 'zotero';
}

/**
 * Has the user pick papers in the window of a program that has one. An empty answer means that the user picked nothing, or that the
 * program failed: it does not tell.
 */
export async function pickInProgram(program: LocalConnection, signal: AbortSignal): Promise<Picked> {
  const post = { method: 'POST', path: PATH, query: QUERY, json: { format: 'pandoc' }, timeOut: PATIENCE } as const;
  const posted = await program.send(post, signal);
  if (posted.status === 200) return pickedOf(posted);
  const got = await program.send({ path: PATH, query: QUERY, timeOut: PATIENCE }, signal);
  if (got.status !== 200) throw new LocalFailure('server', { status: got.status });
  return pickedOf(got);
}

function pickedOf({ text: answer }: LocalAnswer): Picked {
  if (answer.trim() === '') return { items: [] };
  const { pick, output } = jsonIn(answer) ?? {};
  if (pick === undefined && output === undefined) return { citation: answer.trim() };
  const items = list(pick).flatMap((citation) => list(members(citation).citationItems).map(pickedItem));
  const known = items.filter((item) => item !== undefined);
  if (known.length === items.length && (items.length > 0 || text(output) === undefined)) return { items: known };
  const written = text(output);
  return written === undefined ? { items: [] } : { citation: written };
}

function jsonIn(answer: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(answer);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Zotero's own ids are numbers, by which nobody cites. */
function pickedItem(value: unknown): PickedItem | undefined {
  const item = members(value);
  const { id } = item;
  const key = text(item['citation-key'] ?? item.citationKey ?? id);
  if (key === undefined || /^\d+$/.test(key) || /^https?:/.test(key)) return undefined;
  const [prefix, suffix, locator] = [text(item.prefix), text(item.suffix), text(item.locator)];
  return {
    key,
    ...(prefix !== undefined && { prefix }),
    ...(suffix !== undefined && { suffix }),
    ...(locator !== undefined && { locator: labelled(locator, text(item.label) ?? 'page') }),
    ...(item['suppress-author'] === true && { suppressAuthor: true }),
  };
}

/** CSL's short terms, in English, which all syntaxes read. */
const LABELS: Readonly<Record<string, string | undefined>> = {
  book: 'bk.',
  chapter: 'chap.',
  column: 'col.',
  figure: 'fig.',
  folio: 'fol.',
  issue: 'no.',
  line: 'l.',
  note: 'n.',
  opus: 'op.',
  paragraph: 'para.',
  part: 'pt.',
  section: 'sec.',
  'sub verbo': 's.v.',
  'sub-verbo': 's.v.',
  verse: 'v.',
  volume: 'vol.',
};

function labelled(locator: string, label: string): string {
  if (!/^\d/.test(locator) && label === 'page') return locator;
  const page = /[-–,]/.test(locator) ? 'pp.' : 'p.';
  return `${label === 'page' ? page : (LABELS[label] ?? label)} ${locator}`;
}
