import { Cooperation } from '../../base/cooperate';
import { isWebPage } from '../requests/answer';
import { XmlTree, type XmlElement } from '../xml/xmlTree';
import type { FeedFaultKind } from './feedFault';
import { feedNames } from './feedNames';
import { XmlMender } from './mendedXml';

/** So many characters are read in a few milliseconds. */
const SLICE = 50_000;

/**
 * The outermost element of what may be a feed, or what is wrong. It is read without holding the event loop.
 * @param mediaType as the server says
 */
export async function feedTree(text: string, mediaType: string): Promise<XmlElement | FeedFaultKind> {
  const start = text.slice(0, 2000).replace(/^(?:\s+|<!--[^]*?-->)+/, '');
  if (start === '') return 'empty';
  if (isWebPage('', start)) return 'web-page';
  if (!start.startsWith('<')) return mediaType === 'text/html' ? 'web-page' : /^[[{]/.test(start) ? 'json' : 'unknown';
  const cooperation = new Cooperation();
  const mender = new XmlMender();
  const tree = new XmlTree(feedNames());
  for (let at = /\S/.exec(text)?.index ?? 0; at < text.length;) {
    const end = sliceEnd(text, at);
    tree.write(mender.mended(text.slice(at, end)));
    at = end;
    await cooperation.yieldIfDue();
  }
  const read = tree.end();
  if (typeof read !== 'string') return read.name === 'html' ? 'web-page' : read;
  return read === 'broken' && isWebPage(mediaType, text) ? 'web-page' : read;
}

/** A slice ends before a tag where one comes soon: no token is parted. */
function sliceEnd(text: string, at: number): number {
  const next = text.slice(at + SLICE, at + 2 * SLICE).indexOf('<');
  return next < 0 ? at + 2 * SLICE : at + SLICE + next;
}
