import { SaxesParser } from 'saxes';
import { Cooperation } from '../../base/cooperate';

/** An element of an XML text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements and texts in their order. */
  readonly content: (XmlElement | string)[];
}

const MOST_DEPTH = 100;

/**
 * An XML text as a tree; names keep their prefix. Undefined for what is not well-formed, is nested too deep, or brings definitions of
 * its own, which could grow without end.
 */
export function xmlTree(text: string): XmlElement | undefined {
  const tree = new Tree();
  tree.write(text);
  return tree.end();
}

/** The same of a long text, made without holding the event loop. */
export async function xmlTreeInTurns(text: string): Promise<XmlElement | undefined> {
  const cooperation = new Cooperation();
  const tree = new Tree();
  for (let at = 0; at < text.length; at += SLICE) {
    tree.write(text.slice(at, at + SLICE));
    await cooperation.yieldIfDue();
  }
  return tree.end();
}

/** So many characters are read in a few milliseconds. */
const SLICE = 50_000;

/** A tree that grows with its text. */
class Tree {
  readonly #parser = new SaxesParser({ xmlns: false });
  readonly #root: XmlElement = { name: '', attributes: {}, content: [] };
  readonly #open: XmlElement[] = [this.#root];
  #isBroken = false;

  constructor() {
    const parser = this.#parser;
    const addText = (part: string) => void this.#open[this.#open.length - 1].content.push(part);
    parser.on('error', fail);
    parser.on('doctype', (type) => {
      if (/\[|<!ENTITY/.test(type)) fail();
    });
    parser.on('opentag', ({ name, attributes }) => {
      if (this.#open.length > MOST_DEPTH) fail();
      const element: XmlElement = { name, attributes, content: [] };
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

  /** Undefined where the text is not to be trusted. */
  end(): XmlElement | undefined {
    this.#try(() => this.#parser.close());
    return this.#isBroken ? undefined : this.#root.content.find((part) => typeof part !== 'string');
  }

  #try(read: () => unknown): void {
    if (this.#isBroken) return;
    try {
      read();
    } catch (error) {
      if (error !== NOT_XML) throw error;
      this.#isBroken = true;
    }
  }
}

function fail(): never {
  throw NOT_XML;
}

const NOT_XML = new Error('not well-formed');

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
