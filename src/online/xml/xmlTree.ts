import { SaxesParser } from 'saxes';

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
  const parser = new SaxesParser({ xmlns: false });
  const root: XmlElement = { name: '', attributes: {}, content: [] };
  const open: XmlElement[] = [root];
  const fail = () => {
    throw NOT_XML;
  };
  const addText = (part: string) => void open[open.length - 1].content.push(part);
  parser.on('error', fail);
  parser.on('doctype', (type) => {
    if (/\[|<!ENTITY/.test(type)) fail();
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > MOST_DEPTH) fail();
    const element: XmlElement = { name, attributes, content: [] };
    open[open.length - 1].content.push(element);
    open.push(element);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => void open.pop());
  try {
    parser.write(text).close();
  } catch (error) {
    if (error === NOT_XML) return undefined;
    throw error;
  }
  return root.content.find((part) => typeof part !== 'string');
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
