import { children, textIn, type XmlElement } from '../xml/xmlTree';

/** An entry of an RSS or Atom feed, as it stands there. */
export interface FeedEntry {
  readonly id?: string;
  readonly title?: string;
  readonly link?: string;
  readonly summary?: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly date?: string;
  /** The text of its first child of a name. */
  said(name: string): string | undefined;
}

/** The entries of a feed: Atom (RFC 4287), RSS 2.0 and RSS 1.0. Undefined for XML that is no feed. */
export function feedEntries(root: XmlElement | undefined): FeedEntry[] | undefined {
  if (root?.name === 'feed') return children(root, 'entry').map(atomEntry);
  const channel = children(root, 'channel').at(0);
  if (root?.name === 'rss' && channel) return children(channel, 'item').map(rssEntry);
  if (root?.name === 'rdf:RDF' && channel) return children(root, 'item').map(rssEntry);
  return undefined;
}

function atomEntry(entry: XmlElement): FeedEntry {
  const said = saidBy(entry);
  const links = children(entry, 'link');
  const link = links.find(({ attributes: { rel = 'alternate' } }) => rel === 'alternate') ?? links.at(0);
  const named = children(entry, 'author').map((author) => textIn(children(author, 'name').at(0)));
  return {
    id: said('id'),
    title: said('title'),
    link: link?.attributes.href,
    summary: said('summary') ?? said('content'),
    authors: names([...named, ...creators(entry)]),
    categories: names(children(entry, 'category').map(({ attributes }) => attributes.term ?? '')),
    date: said('published') ?? said('updated'),
    said,
  };
}

function rssEntry(item: XmlElement): FeedEntry {
  const said = saidBy(item);
  return {
    id: said('guid') ?? item.attributes['rdf:about'],
    title: said('title') ?? said('dc:title'),
    link: said('link'),
    summary: said('description') ?? said('content:encoded') ?? said('dc:description'),
    authors: names(creators(item)),
    categories: names([...children(item, 'category'), ...children(item, 'dc:subject')].map(textIn)),
    date: said('pubDate') ?? said('dc:date') ?? said('prism:publicationDate'),
    said,
  };
}

function saidBy(element: XmlElement): (name: string) => string | undefined {
  return (name) => textIn(children(element, name).at(0)) || undefined;
}

/** One name an element, or all names in one: `Ada Lovelace, Alan Turing`. */
function creators(element: XmlElement): string[] {
  const stated = children(element, 'dc:creator').map(textIn);
  if (stated.length !== 1) return stated;
  const [all] = stated;
  if (all.includes(';')) return all.split(';');
  // `Lovelace, Ada` is one name: only where each part has a blank are there several.
  const parts = all.split(/,\s+|\s+and\s+/);
  return parts.every((part) => /\S\s+\S/.test(part)) ? parts : stated;
}

function names(all: readonly string[]): string[] {
  return [...new Set(all.map((each) => each.trim().slice(0, 500)).filter(Boolean))];
}
