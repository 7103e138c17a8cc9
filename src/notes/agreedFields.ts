/** The fields of a note that repeat what the paper's entry says. All others are the reader's own. */
export const MANAGED_FIELDS = ['title', 'authors', 'year', 'venue', 'doi', 'arxiv', 'url'] as const;

export type ManagedField = (typeof MANAGED_FIELDS)[number];

/**
 * What a note said in managed fields when it last said the same as the entry, as hashes; 0 for a field that neither had. A value
 * that is still that was not changed by hand.
 */
export type AgreedFields = { readonly [F in ManagedField]?: number };
