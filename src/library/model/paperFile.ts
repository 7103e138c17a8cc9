/** A file that a list attaches to a paper. As all that is read it is untrusted: nobody touches the path before the user asks. */
export interface PaperFile {
  /** As stated: a path of this or another system, absolute or relative to wherever the program thought it is, or a URL. */
  readonly path: string;
  readonly title?: string;
  /** A media type, or the name that a program has for one: `application/pdf`, `PDF`. */
  readonly type?: string;
}

/** Whether a file is a PDF, by what is stated of it. */
export function isPdf({ path, type = '' }: PaperFile): boolean {
  return /\.pdf$/i.test(path) || /\bpdf$/i.test(type);
}

/** Where a link of the scheme `file:` leads: `/home/a b.pdf`, `C:/a.pdf`, `//host/a.pdf`; another path as it is. */
export function pathOfLink(link: string): string {
  const [, host, path] = /^file:(?:\/\/([^/\\]*))?(.*)$/is.exec(link) ?? [];
  if (path === undefined) return link;
  const plain = decoded(path).replace(/^\/(?=[a-z]:)/i, '');
  return host && host.toLowerCase() !== 'localhost' ? `//${host}${plain}` : plain;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
