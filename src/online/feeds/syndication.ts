import { webAddress } from '../requests/request';
import { children, type XmlElement } from '../xml/xmlTree';
import { authorNames } from './feedAuthors';
import { plainHtml, shownText } from './feedHtml';

/** An entry of an RSS or Atom feed, as it stands there; its texts may be HTML. */
export interface FeedEntry {
  readonly id?: string;
  readonly title?: string;
  /** Addresses of the web, that of its page first. */
  readonly links: readonly string[];
  readonly summary?: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  /** The likeliest first. */
  readonly dates: readonly string[];
  /** The text of its first child of a name that has one. */
  readonly said: (name: string) => string | undefined;
  /** The texts of all its children of some names. */
  readonly allSaid: (...names: readonly string[]) => string[];
}

/** An element that states an entry. */
export interface EntryElement {
  readonly element: XmlElement;
  /** By what its links are completed. */
  readonly base: URL | undefined;
  readonly isAtom: boolean;
}

/** More parts of one entry are not looked at. */
const MOST_PARTS = 10_000;

/**
 * Where the entries of a feed stand: Atom (RFC 4287), RSS 2.0 and RSS 1.0, with names as `feedNames` has them. Undefined for XML that is no feed.
 * @param url where the feed lies, to which its links may be relative
 */
export function entryElements(root: XmlElement, url?: string): EntryElement[] | undefined {
  const base = inside(url === undefined ? undefined : webAddress(url), root);
  const isAtom = root.name === 'feed';
  if (isAtom) return children(root, 'entry').map((element) => ({ element, base, isAtom }));
  if (root.name !== 'rss' && root.name !== 'rdf:RDF') return undefined;
  const parents = [root, ...children(root, 'channel')];
  const items = parents.flatMap((parent) => {
    const parentBase = inside(base, parent);
    return children(parent, 'item').map((element) => ({ element, base: parentBase, isAtom }));
  });
  return items.length > 0 || parents.length > 1 ? items : undefined;
}

/** What an element states. */
export function feedEntry({ element, base, isAtom }: EntryElement): FeedEntry {
  const { content } = element;
  const entry = content.length > MOST_PARTS ? { ...element, content: content.slice(0, MOST_PARTS) } : element;
  return (isAtom ? atomEntry : rssEntry)(entry, inside(base, entry));
}

/** By what links within an element are completed (XML Base). */
function inside(base: URL | undefined, { attributes }: XmlElement): URL | undefined {
  const stated = attributes['xml:base'];
  return stated === undefined ? base : (webAddress(stated.trim(), base) ?? base);
}

function atomEntry(entry: XmlElement, base: URL | undefined): FeedEntry {
  const { said, allSaid } = saidBy(entry);
  return {
    id: said('id'),
    title: said('title') ?? said('dc:title'),
    links: addresses([...atomLinks(children(entry, 'link'), base), ...own(said('id'))]),
    summary: said('summary') ?? said('content') ?? said('dc:description'),
    authors: authorNames([...persons(entry, 'author'), ...creators(entry)]),
    categories: short([
      ...children(entry, 'category').map(({ attributes }) => attributes.term ?? attributes.label ?? ''),
      ...allSaid('dc:subject'),
    ]),
    dates: allSaid('published', 'issued', 'dc:date', 'prism:publicationDate', 'updated', 'modified', 'created'),
    said,
    allSaid,
  };
}

function rssEntry(item: XmlElement, base: URL | undefined): FeedEntry {
  const { said, allSaid } = saidBy(item);
  const links = children(item, 'link');
  const [guid] = children(item, 'guid');
  const isPage = guid !== undefined && guid.attributes.isPermaLink?.trim().toLowerCase() !== 'false';
  return {
    id: said('guid') ?? item.attributes['rdf:about'],
    title: said('title') ?? said('dc:title'),
    links: addresses([
      ...[...allSaid('feedburner:origLink'), ...links.map(shownText)].map((link) => completed(link, base)),
      ...atomLinks([...links, ...children(item, 'atom:link')], base),
      ...own(isPage ? said('guid') : item.attributes['rdf:about']),
    ]),
    summary: said('description') ?? said('content:encoded') ?? said('dc:description') ?? said('atom:summary'),
    authors: authorNames([
      ...creators(item),
      ...(creators(item).length > 0 ? [] : persons(item, 'author', 'atom:author')),
    ]),
    categories: short(allSaid('category', 'dc:subject')),
    dates: allSaid(
      'pubDate',
      'dc:date',
      'dcterms:issued',
      'prism:publicationDate',
      'prism:coverDate',
      'atom:published',
    ),
    said,
    allSaid,
  };
}

type Said = Pick<FeedEntry, 'said' | 'allSaid'>;

function saidBy(element: XmlElement): Said {
  const allSaid = (...names: readonly string[]) =>
    names.flatMap((name) => children(element, name).map(shownText)).filter(Boolean);
  return { said: (name) => allSaid(name).at(0), allSaid };
}

/** Relations under which something else than the entry's page lies (RFC 4287, 4.2.7.2). */
const ELSEWHERE: ReadonlySet<string> = new Set(['self', 'edit', 'enclosure', 'replies', 'via', 'license', 'hub']);

/** The links of Atom, that to the page first. */
function atomLinks(links: readonly XmlElement[], base: URL | undefined): (string | undefined)[] {
  const stated = links
    .filter(({ attributes }) => attributes.href !== undefined)
    .map((link) => {
      const { rel = 'alternate', type = 'text/html', href } = link.attributes;
      const kind = rel
        .trim()
        .toLowerCase()
        .replace(/^http:\/\/www\.iana\.org\/assignments\/relation\//, '');
      const isPage = /html/i.test(type);
      return { kind, order: kind !== 'alternate' ? 2 : isPage ? 0 : 1, address: completed(href, inside(base, link)) };
    });
  return stated
    .filter(({ kind }) => !ELSEWHERE.has(kind))
    .sort((a, b) => a.order - b.order)
    .map(({ address }) => address);
}

/** An identifier that is an address of the web. */
function own(id: string | undefined): (string | undefined)[] {
  return [id === undefined ? undefined : completed(id, undefined)];
}

/** An address of the web, completed where it is relative; as it is written where it is whole. */
function completed(link: string, base: URL | undefined): string | undefined {
  const stated = link.trim();
  if (stated === '' || stated.length > 4000) return undefined;
  if (/^https?:\/\/\S+$/i.test(stated)) return stated;
  return base === undefined ? undefined : webAddress(stated, base)?.href;
}

function addresses(links: readonly (string | undefined)[]): string[] {
  return [...new Set(links.filter((link) => link !== undefined))];
}

/** Persons as Atom writes them, and as RSS does. */
function persons(element: XmlElement, ...names: readonly string[]): string[] {
  return names
    .flatMap((name) => children(element, name))
    .map((person) => shownText([...children(person, 'name'), ...children(person, 'atom:name')].at(0) ?? person));
}

/** Those whom Dublin Core names, perhaps in a list of RDF. */
function creators(element: XmlElement): string[] {
  return children(element, 'dc:creator')
    .flatMap((creator) => {
      const lists = ['rdf:Seq', 'rdf:Bag'].flatMap((name) => children(creator, name));
      const items = lists.flatMap((list) => children(list, 'rdf:li'));
      return items.length > 0 ? items : [creator];
    })
    .map(shownText);
}

function short(all: readonly string[]): string[] {
  return [...new Set(all.map((each) => plainHtml(each.slice(0, 2000)).slice(0, 500)).filter(Boolean))];
}
