/** What a file or folder is; of a link, what it leads to. */
export interface DiskStat {
  readonly isFolder: boolean;
  readonly isLink: boolean;
  readonly size: number;
  /** In milliseconds since 1970. */
  readonly mtime: number;
}

/** The files of the machine that the extension runs on, by path. All reject with the errors of Node. */
export interface Disk {
  stat(path: string): Promise<DiskStat>;
  /** The path without links in it. */
  real(path: string): Promise<string>;
  read(path: string): Promise<Uint8Array>;
  /** Writes a new file, down to the disk. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Gives a file a second name that none has, in one step. File systems without links refuse. */
  link(from: string, to: string): Promise<void>;
  /** Gives a file the name of another one, which is gone then. */
  replace(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}
