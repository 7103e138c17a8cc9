import type { PaperFile } from '../../library/model/paperFile';

/** What of a paper its links are made of. */
interface LinkedPaper {
  readonly citekey: string;
  readonly origin?: string;
  readonly files?: readonly PaperFile[];
}

/** The link that shows a paper in Zotero: its item, else, by Better BibTeX, what has its citekey. */
export function itemLink({ origin, citekey }: LinkedPaper): string {
  return origin !== undefined && origin.startsWith('zotero://select/')
    ? origin
    : `zotero://select/items/@${encodeURIComponent(citekey)}`;
}

/** Where in a PDF to go. */
export interface PdfPlace {
  readonly page?: number;
  /** The key of an annotation. */
  readonly annotation?: string;
}

/** The link that opens a paper's PDF in Zotero; undefined where Zotero has none. */
export function pdfLink({ origin, files }: LinkedPaper, { page, annotation }: PdfPlace = {}): string | undefined {
  const [, place] = /^zotero:\/\/select\/(library|groups\/\d+)\/items\/\w+$/.exec(origin ?? '') ?? [];
  const keys = (files ?? []).map((file) => attachmentKey(file)).filter((key) => key !== undefined);
  if (place === undefined || keys.length === 0) return undefined;
  const query = [
    page !== undefined && Number.isInteger(page) && page > 0 ? `page=${page}` : '',
    annotation !== undefined && /^\w+$/.test(annotation) ? `annotation=${annotation}` : '',
  ].filter(Boolean);
  return `zotero://open-pdf/${place}/items/${keys[0]}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

/** Zotero keeps each file in a folder of its attachment's key. */
function attachmentKey({ path, type }: PaperFile): string | undefined {
  const isPdf = type === 'application/pdf' || /\.pdf$/i.test(path);
  const inside = /^zotero:\/\/open-pdf\/(?:library|groups\/\d+)\/items\/(\w+)$/.exec(path)?.[1];
  return inside ?? (isPdf ? /[/\\]storage[/\\]([A-Z0-9]{8})[/\\][^/\\]+$/.exec(path)?.[1] : undefined);
}
