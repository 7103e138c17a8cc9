/** An item's `data` as Zotero's API gives it. */
export interface ServedItem {
  key: string;
  version: number;
  itemType: string;
  dateAdded: string;
  dateModified: string;
  [member: string]: unknown;
}

export interface ServedLibrary {
  items: Map<string, ServedItem>;
  collections: { key: string; name: string; parentCollection?: string; deleted?: boolean }[];
  /** The keys that each saved search finds. */
  searches: Map<string, { name: string; keys: string[] }>;
  version: number;
}
