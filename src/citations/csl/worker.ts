import data from 'csl:data';
import { portOfThread } from '#platform/thread';
import { serveCalls } from '../../base/workerCalls';
import { Formatter } from './formatter';
import type { CslCalls } from './protocol';

/* The worker thread that formats references and citations, with the styles and locales that are shipped. */
const formatter = new Formatter(data);

serveCalls<CslCalls>(portOfThread(), {
  styles: () => formatter.styles(),
  references: ({ items, ...formatting }) => formatter.references(items, formatting),
  document: ({ document, ...formatting }) => formatter.document(document, formatting),
});
