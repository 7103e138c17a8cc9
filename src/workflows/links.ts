import type { Entry } from '../library/model/entry';

/** A web page about a paper. `url` is always `http` or `https`. */
export interface PaperLink {
  readonly kind: 'doi' | 'arxiv' | 'url';
  readonly label: string;
  readonly url: string;
}

/**
 * The web pages of a paper: its DOI (https://www.doi.org/the-identifier/resources/handbook: the name is
 * percent-encoded), its arXiv page, its stated URL. A stated URL of another scheme than http(s) is left out, and so is
 * one that only repeats the DOI or arXiv page.
 */
export function paperLinks(entry: Entry): PaperLink[] {
  const links: PaperLink[] = [];
  if (entry.doi) links.push({ kind: 'doi', label: entry.doi, url: `https://doi.org/${encodePath(entry.doi)}` });
  if (entry.arxiv) {
    links.push({
      kind: 'arxiv',
      label: `arXiv:${entry.arxiv}`,
      url: `https://arxiv.org/abs/${encodePath(entry.arxiv)}`,
    });
  }
  const url = entry.url === undefined ? undefined : webUrl(entry.url);
  if (url && !links.some((link) => samePage(link.url, url)))
    links.push({ kind: 'url', label: url.host, url: url.href });
  return links;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function webUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}

function samePage(known: string, url: URL): boolean {
  const other = new URL(known);
  const host = (name: string) => name.replace(/^(www|dx)\./, '');
  return host(other.host) === host(url.host) && other.pathname.toLowerCase() === url.pathname.toLowerCase();
}
