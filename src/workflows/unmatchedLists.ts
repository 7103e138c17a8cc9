import { DocumentFacts, type FollowingParts } from '../workspace/documentFacts';
import { filesOfGlob } from '../workspace/selection';
import { fileNameOf } from '../workspace/uri';

/** Files that are paper lists by their names, and those that can be: of many of these, the others are not missed. */
const GLOBS = ['**/*.{ris,bib,bibtex,nbib,enw,ciw}', '**/*.{json,yaml,yml}'];
/** Larger files are not looked into, in bytes. */
const LARGEST = 64 * 1024 * 1024;
/** JSON and YAML are mostly something else; so much of one is looked at. */
const LARGEST_DATA = 8 * 1024 * 1024;
const HEAD = 8192;
/** So many files of each kind are looked into at most, and so many at a time: nobody waits for it. */
const MOST_FILES = 500;
const AT_ONCE = 2;

/** Names that are never paper lists, whatever they hold. */
const OTHER_DATA =
  /^(package(-lock)?|tsconfig.*|composer|settings|manifest|\.eslintrc)\.json$|^_\w+\.ya?ml$|-blx\.bib$/i;
/** The types of CSL that references mostly have. */
const CSL_TYPE =
  /\btype["']?\s*:\s*["']?(article(-journal|-magazine|-newspaper)?|paper-conference|book|chapter|thesis|report|webpage|manuscript|dataset|document|entry-encyclopedia|post-weblog|software|speech)\b/;
const CSL_TITLE = /\btitle["']?\s*:/;

/** Finds files of a workspace that look like paper lists but are none of its sources. */
export class UnmatchedLists {
  readonly #facts: readonly DocumentFacts<true>[];
  readonly #isSource: (uri: string) => boolean;

  constructor(isSource: (uri: string) => boolean, parts: FollowingParts) {
    this.#isSource = isSource;
    this.#facts = GLOBS.map((glob) => factsOf(glob, isSource, parts));
  }

  /** Listens to files that look like lists now; returns how to stop that. */
  onDidChange(listener: () => void): () => void {
    const stops = this.#facts.map((facts) =>
      facts.onDidChange(({ changed }) => {
        if (changed.length > 0) listener();
      }),
    );
    return () => stops.forEach((stop) => stop());
  }

  /** The URIs of such files as they are now, in order. The first call looks for them. */
  async all(): Promise<string[]> {
    const found = await Promise.all(this.#facts.map((facts) => facts.all()));
    return found.flatMap((files) => [...files.keys()]).filter((uri) => !this.#isSource(uri));
  }

  dispose(): void {
    for (const facts of this.#facts) facts.dispose();
  }
}

function factsOf(glob: string, isSource: (uri: string) => boolean, parts: FollowingParts): DocumentFacts<true> {
  return new DocumentFacts<true>(
    {
      select: () => filesOfGlob(parts.files, glob, { ...parts, most: MOST_FILES }),
      read: async ({ uri }, content) => {
        if (isSource(uri) || (isData(uri) && content.size > LARGEST_DATA)) return undefined;
        return looksLikeList(fileNameOf(uri), await content.text()) || undefined;
      },
      isSame: () => true,
      largest: LARGEST,
      atOnce: AT_ONCE,
    },
    parts,
  );
}

function isData(uri: string): boolean {
  return /\.(json|ya?ml)$/i.test(uri);
}

/** Whether a file holds references by the look of its beginning: cheap, and wrong at times; whoever reads it knows better. */
export function looksLikeList(fileName: string, text: string): boolean {
  if (OTHER_DATA.test(fileName)) return false;
  const head = text.slice(0, HEAD);
  switch (/\.(\w+)$/.exec(fileName)?.[1].toLowerCase() ?? '') {
    case 'ris':
      return /^\uFEFF?TY {1,2}-/m.test(head);
    case 'nbib':
      return /^PMID-/m.test(head);
    case 'enw':
      return /^%[0AT] /m.test(head);
    case 'ciw':
      return /^(?:FN|PT) /m.test(head);
    case 'bib':
    case 'bibtex':
      return /^[ \t]*@(?!comment|string|preamble)\w+\s*[{(]/im.test(head);
    case 'json':
      return /^\uFEFF?\s*(\[|\{\s*"(items|references)"\s*:)/.test(head) && CSL_TYPE.test(head) && CSL_TITLE.test(head);
    case 'yaml':
    case 'yml':
      return /^(references:|- (id|type|title):)/m.test(head) && CSL_TYPE.test(head) && CSL_TITLE.test(head);
    default:
      return false;
  }
}
