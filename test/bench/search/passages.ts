import { seedPapers } from './seedPapers';
import { summaries } from './sentences';

const WORDS = 40;

/** Texts of forty words as somebody pastes them: stretches of the abstracts of real papers, and of what is said of them in other words. */
export function passages(): string[] {
  const abstracts = seedPapers().map(({ abstract = '' }) => abstract);
  return [...stretches(abstracts), ...stretches(summaries().map(({ abstract }) => abstract))];
}

/** The first forty words of each text, into which the next one goes on where it is shorter. */
function stretches(texts: readonly string[]): string[] {
  const from = texts.map((_, i) => [...texts.slice(i), ...texts.slice(0, i)].slice(0, WORDS).join(' '));
  return from.map((text) => text.split(/\s+/, WORDS).join(' '));
}
