import type { StatedName } from '../xml/xmlTree';

/** Longer identifiers of namespaces are none of those that are known. */
const LONGEST = 200;

/** What feeds are written in, without scheme and end, and what its names begin with here. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['www.w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns', 'atom'],
  ['purl.org/rss/1.0', ''],
  ['my.netscape.com/rdf/simple/0.9', ''],
  ['channel.netscape.com/rdf/simple/0.9', ''],
  ['backend.userland.com/rss2', ''],
  ['www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/prism', 'prism'],
  ['arxiv.org/schemas/atom', 'arxiv'],
  ['rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['www.w3.org/1999/xhtml', 'xhtml'],
  ['www.w3.org/xml/1998/namespace', 'xml'],
]);

/** PRISM has one for each of its versions and parts. */
const PRISM = /^(?:www\.)?prismstandard\.org\/namespaces\//;

/**
 * What the elements and attributes of one feed are called, by what their prefixes stand for and not by how they are written: those of the
 * feed's own language have no prefix, those of Dublin Core `dc`, and so on. Asked of the outermost element first.
 */
export function feedNames(): (stated: StatedName) => string {
  let own: string | undefined;
  return ({ prefix, local, uri }) => {
    const known = prefixOf(uri);
    // RSS 1.0 stands in an element of RDF, which is not its own.
    own ??= known === 'rdf' ? '' : uri;
    if (uri === own || known === '') return local;
    // What nothing declares is meant as it is called.
    const name = known ?? (uri === prefix ? prefix : '?');
    return `${name}:${local}`;
  };
}

function prefixOf(uri: string): string | undefined {
  if (uri === '') return '';
  if (uri.length > LONGEST) return undefined;
  const plain = uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]+$/, '');
  return PRISM.test(plain) ? 'prism' : PREFIXES.get(plain);
}
