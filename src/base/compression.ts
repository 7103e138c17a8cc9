/** Makes bytes fewer. */
export type Compress = (bytes: Uint8Array) => Uint8Array;

/** Undoes what bytes were made fewer with; throws where they are none that it gave. */
export type Decompress = (bytes: Uint8Array) => Uint8Array;
