import type { NoteValues } from '../../../src/notes/values';

/** The values of a paper with the given ones in the place of others. */
export function paper(values: Partial<NoteValues> = {}): NoteValues {
  return {
    citekey: 'vaswani2017attention',
    title: 'Attention Is All You Need',
    authors: ['Ashish Vaswani', 'Noam Shazeer'],
    year: 2017,
    keywords: [],
    tags: [],
    type: 'article',
    created: '2025-03-04',
    links: [],
    ...values,
  };
}
