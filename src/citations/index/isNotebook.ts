/** Whether a file is a notebook, by its name. */
export function isNotebook(uri: string): boolean {
  return /\.ipynb$/i.test(uri);
}
