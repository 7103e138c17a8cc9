import { SaxesParser } from 'saxes';

/** An element of an XML text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements and texts in their order. */
  readonly content: (XmlElement | string)[];
}

/** Why a text is no tree: it is not well-formed, nested too deep or endless, it ends too soon, it brings definitions of its own. */
export type XmlFault = 'broken' | 'cut-off' | 'definitions';

/** The name of an element or of an attribute as the text writes it, and what its prefix stands for. */
export interface StatedName {
  readonly prefix: string;
  readonly local: string;
  /** Empty for none, the prefix itself where nothing says what it stands for. */
  readonly uri: string;
}

const MOST_DEPTH = 100;
/** Trees of more elements are an attack. */
const MOST_ELEMENTS = 1_000_000;

/**
 * An XML text as a tree; names keep their prefix. Undefined for what is not well-formed, is nested too deep, or brings definitions of
 * its own, which could grow without end.
 */
export function xmlTree(text: string): XmlElement | undefined {
  const tree = new XmlTree();
  tree.write(text);
  const read = tree.end();
  return typeof read === 'string' ? undefined : read;
}

/** A tree that grows with its text. */
export class XmlTree {
  readonly #parser: SaxesParser<{ xmlns: true; resolvePrefix: (prefix: string) => string }>;
  readonly #nameOf: (stated: StatedName) => string;
  readonly #root: XmlElement = { name: '', attributes: {}, content: [] };
  readonly #open: XmlElement[] = [this.#root];
  #fault: XmlFault | undefined;
  #elements = 0;
  #isEnding = false;

  /**
   * @param nameOf what elements and attributes are called in the tree; it is asked of the outermost element first
   * @param mostElements a tree of more is broken
   */
  constructor(nameOf: (stated: StatedName) => string = writtenName, mostElements = MOST_ELEMENTS) {
    this.#nameOf = nameOf;
    const parser = (this.#parser = new SaxesParser({ xmlns: true, resolvePrefix: (prefix: string) => prefix }));
    const addText = (part: string) => void this.#open[this.#open.length - 1].content.push(part);
    parser.on('error', () => fail(this.#isEnding ? 'cut-off' : 'broken'));
    parser.on('doctype', (type) => {
      if (DEFINITION.test(type)) fail('definitions');
    });
    parser.on('opentag', (tag) => {
      if (this.#open.length > MOST_DEPTH || ++this.#elements > mostElements) fail('broken');
      const named = this.#nameOf(tag);
      const attributes = Object.values(tag.attributes).map((each) => [this.#nameOf(each), each.value] as const);
      const element: XmlElement = { name: named, attributes: Object.fromEntries(attributes), content: [] };
      this.#open[this.#open.length - 1].content.push(element);
      this.#open.push(element);
    });
    parser.on('text', addText);
    parser.on('cdata', addText);
    parser.on('closetag', () => void this.#open.pop());
  }

  write(text: string): void {
    this.#try(() => this.#parser.write(text));
  }

  /** The outermost element; what is wrong where the text is not to be trusted. */
  end(): XmlElement | XmlFault {
    const root = () => this.#root.content.find((part) => typeof part !== 'string');
    // A text without any element is none that ends too soon.
    this.#isEnding = root() !== undefined;
    this.#try(() => this.#parser.close());
    return this.#fault ?? root() ?? 'broken';
  }

  #try(read: () => unknown): void {
    if (this.#fault !== undefined) return;
    try {
      read();
    } catch (error) {
      if (!(error instanceof NotXml)) throw error;
      this.#fault = error.fault;
    }
  }
}

/** Definitions of entities; that of a whole set (`<!ENTITY % name PUBLIC …>`) is none that is read here. */
const DEFINITION = /<!ENTITY\s+[^%\s]/;

function writtenName({ prefix, local }: StatedName): string {
  return prefix === '' ? local : `${prefix}:${local}`;
}

class NotXml extends Error {
  constructor(readonly fault: XmlFault) {
    super(fault);
  }
}

function fail(fault: XmlFault): never {
  throw new NotXml(fault);
}

/** The children of an element that have a name. */
export function children(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.content ?? []).filter((part): part is XmlElement => typeof part !== 'string' && part.name === name);
}

/** All text in an element, white space as one space. */
export function textIn(element: XmlElement | undefined): string {
  return rawText(element).replace(/\s+/g, ' ').trim();
}

function rawText(element: XmlElement | undefined): string {
  return (element?.content ?? []).map((part) => (typeof part === 'string' ? part : rawText(part))).join('');
}
