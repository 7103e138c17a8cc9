import { syntaxFor } from '../citations/syntaxes';
import { DocumentFacts, type FollowingParts } from '../workspace/documentFacts';
import { filesOfGlob } from '../workspace/selection';

/** Larger notebooks are not looked into, in bytes. */
const LARGEST = 20 * 1024 * 1024;
const MOST_FILES = 2000;

/** Which notebooks cite what in their Markdown cells, as their files say. Nothing is read before it is asked. */
export class CitingNotebooks {
  readonly #facts: DocumentFacts<readonly string[]>;

  constructor(parts: FollowingParts) {
    this.#facts = new DocumentFacts<readonly string[]>(
      {
        select: () => filesOfGlob(parts.files, '**/*.ipynb', { log: parts.log, most: MOST_FILES }),
        read: async (_, content) => {
          const keys = keysInNotebook(await content.text());
          return keys.length > 0 ? keys : undefined;
        },
        largest: LARGEST,
      },
      parts,
    );
  }

  /** The URIs of the notebooks that cite one of these keys. */
  async with(keys: readonly string[]): Promise<string[]> {
    const wanted = new Set(keys.map((key) => key.normalize('NFC')));
    const files = await this.#facts.all();
    return [...files].filter(([, cited]) => cited.some((key) => wanted.has(key))).map(([uri]) => uri);
  }

  /** All keys that notebooks cite, each once. */
  async keys(): Promise<ReadonlySet<string>> {
    return new Set([...(await this.#facts.all()).values()].flat());
  }

  dispose(): void {
    this.#facts.dispose();
  }
}

/** The keys that the Markdown cells of a notebook's file cite, each once, in NFC; none for what is no notebook. */
export function keysInNotebook(text: string): string[] {
  const keys = new Set<string>();
  for (const cell of markdownCells(text)) {
    for (const { items } of syntaxFor('markdown', '', () => cell).find(cell)) {
      for (const { key } of items) keys.add(key.normalize('NFC'));
    }
  }
  return [...keys];
}

/** The format of Jupyter (nbformat's documentation, "The Notebook file format"): sources are texts or lists of lines. */
function markdownCells(text: string): string[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return [];
  }
  const cells = isObject(parsed) && Array.isArray(parsed['cells']) ? (parsed['cells'] as unknown[]) : [];
  return cells.flatMap((cell) => {
    if (!isObject(cell) || cell['cell_type'] !== 'markdown') return [];
    const { source } = cell;
    if (Array.isArray(source)) return [source.filter((line) => typeof line === 'string').join('')];
    return typeof source === 'string' ? [source] : [];
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
