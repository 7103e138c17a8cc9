import { DocumentFacts, type FollowingParts } from '../workspace/documentFacts';
import { filesOfGlob } from '../workspace/selection';
import { fileNameOf } from '../workspace/uri';

/** Files that can be paper lists by their names, beside those that the settings usually find. */
const LISTS = '**/*.{ris,bib,bibtex,json,yaml,yml}';
/** Larger files are not looked into, in bytes. */
const LARGEST = 64 * 1024 * 1024;
/** JSON and YAML are mostly something else; so much of one is looked at. */
const LARGEST_DATA = 8 * 1024 * 1024;
const HEAD = 8192;
/** So many files are looked into at most. */
const MOST_FILES = 500;

/** Names that are never paper lists, whatever they hold. */
const OTHER_DATA =
  /^(package(-lock)?|tsconfig.*|composer|settings|manifest|\.eslintrc)\.json$|^_\w+\.ya?ml$|-blx\.bib$/i;
/** The types of CSL that references mostly have. */
const CSL_TYPE =
  /\btype["']?\s*:\s*["']?(article(-journal|-magazine|-newspaper)?|paper-conference|book|chapter|thesis|report|webpage|manuscript|dataset|document|entry-encyclopedia|post-weblog|software|speech)\b/;
const CSL_TITLE = /\btitle["']?\s*:/;

/** Finds files of a workspace that look like paper lists but are none of its sources. */
export class UnmatchedLists {
  readonly #facts: DocumentFacts<true>;
  readonly #isSource: (uri: string) => boolean;

  constructor(isSource: (uri: string) => boolean, parts: FollowingParts) {
    this.#isSource = isSource;
    this.#facts = new DocumentFacts<true>(
      {
        select: () => filesOfGlob(parts.files, LISTS, { log: parts.log, most: MOST_FILES }),
        read: async ({ uri }, content) => {
          if (isSource(uri) || (isData(uri) && content.size > LARGEST_DATA)) return undefined;
          return looksLikeList(fileNameOf(uri), await content.text()) || undefined;
        },
        isSame: () => true,
        largest: LARGEST,
      },
      parts,
    );
  }

  /** Listens to files that look like lists now; returns how to stop that. */
  onDidChange(listener: () => void): () => void {
    return this.#facts.onDidChange(({ changed }) => {
      if (changed.length > 0) listener();
    });
  }

  /** The URIs of such files as they are now, in order. The first call looks for them. */
  async all(): Promise<string[]> {
    return [...(await this.#facts.all()).keys()].filter((uri) => !this.#isSource(uri));
  }

  dispose(): void {
    this.#facts.dispose();
  }
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
