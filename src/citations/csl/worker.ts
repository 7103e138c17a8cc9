import data from 'csl:data';
import { portOfThread } from '#platform/thread';
import { serveCalls } from '../../base/workerCalls';
import { Formatter } from './formatter';
import type { Answer, CslCalls } from './protocol';
import { StyleRefused } from './styleRefused';

/* The worker thread that formats references and citations, with the styles and locales that are shipped. */
const formatter = new Formatter(data);

serveCalls<CslCalls>(portOfThread(), {
  styles: () => formatter.styles(),
  references: ({ items, ...formatting }) => answer(() => formatter.references(items, formatting)),
  document: ({ document, ...formatting }) => answer(() => formatter.document(document, formatting)),
});

/** Errors lose what they are on their way to another thread. */
function answer<T>(work: () => T): Answer<T> {
  try {
    return { made: work() };
  } catch (error) {
    if (error instanceof StyleRefused) return { refusal: error.refusal };
    throw error;
  }
}
